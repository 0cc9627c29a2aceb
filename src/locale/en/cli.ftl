# The command line.

cli-usage = Usage
