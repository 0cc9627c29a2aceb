# The command line.

cli-usage = Brug
