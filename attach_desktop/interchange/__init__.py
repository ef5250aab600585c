"""What goes out to files and comes in from them: this program's own formats, and other programs' exports."""
