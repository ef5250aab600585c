"""Documents on paper: laid out once in fine units without a device, then painted on a screen, a printer or a PDF."""
