# The letterhead: what stands round a network's documents.

command-letterhead-set = Change the network's letterhead
command-letterhead-edit = Change the letterhead
did-letterhead-set = changed the network’s letterhead
keywords-letterhead-set = logo colour address footer stationery
keywords-letterhead-edit = logo colour address footer stationery
arg-logo = Logo (a PNG file)
arg-logo-text = What the logo shows, read aloud
arg-colour = The colour of headings, such as #1f3a5f
arg-letterhead-set-address = Sender, one line at a time
arg-footer = Footer on every page
letterhead-logo-of = Logo: { $name }
letterhead-no-logo = The logo could not be fetched ({ $why }). The document was made without it.
letterhead-faint = The colour { $colour } is too light to be read on white: its contrast is { $contrast }, and WCAG AA asks for { $least }. Documents get the darker { $used }.
error-colour = { $typed } is not a colour. Write six digits, such as #1f3a5f.
error-letterhead-address = The sender can have at most { $lines } lines of { $letters } characters. Nothing was changed.
error-letterhead-footer = The footer can have at most { $letters } characters. Nothing was changed.
error-logo-large = The logo takes more than 512 kB, and it goes with every mail. Save it smaller, for instance 800 pixels wide, and try again. Nothing was changed.
error-logo-damaged = The file is not a whole PNG picture. Fetch it again, or save it as PNG again. Nothing was changed.
error-logo-wide = The logo is { $width } × { $height } pixels; it may be at most 4000 each way. Save it smaller, for instance 800 pixels wide. Nothing was changed.
error-logo-kind = { $kind ->
        [svg] The file is an SVG drawing. The logo must be a PNG file: export the drawing as PNG, at least 800 pixels wide (in Inkscape: File, Export), or ask those who drew the logo for one
        [jpeg] The file is a JPEG picture. The logo must be a PNG file: save it as PNG
        [gif] The file is a GIF picture. The logo must be a PNG file: save it as PNG
        [pdf] The file is a PDF. The logo must be a PNG file: save it as PNG
       *[other] The file is no picture that can be used. The logo must be a PNG file
    }. Nothing was changed.
