"""The Print summary window: what goes on paper, the pages as they will be, and the ways out."""
