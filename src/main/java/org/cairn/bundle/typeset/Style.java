package org.cairn.bundle.typeset;

/// How a piece of text looks.
///
/// @param family serif for reading, sans for labels and tables
/// @param bold whether it is bold, where the script has a bold face
/// @param size in points
/// @param leading from baseline to baseline, in points
/// @param ink its colour
/// @param align where its lines stand
/// @param before white above, in points; nothing at the top of a page
/// @param after white below, in points
/// @param heading of which rank the headings are that look like this, from 1; 0 for what is none
public record Style(
        Family family,
        boolean bold,
        float size,
        float leading,
        Ink ink,
        Align align,
        float before,
        float after,
        int heading) {

    /// The two families.
    public enum Family {
        SERIF,
        SANS
    }

    /// The few colours of a bundle, readable also in a black-and-white copy.
    public enum Ink {
        TEXT(0.10f, 0.10f, 0.12f),
        QUIET(0.38f, 0.39f, 0.42f),
        ACCENT(0.10f, 0.23f, 0.38f),
        HAIRLINE(0.82f, 0.83f, 0.85f);

        private final float red;
        private final float green;
        private final float blue;

        Ink(float red, float green, float blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        String fill() {
            return Ops.number(red) + " " + Ops.number(green) + " " + Ops.number(blue) + " rg\n";
        }

        String stroke() {
            return Ops.number(red) + " " + Ops.number(green) + " " + Ops.number(blue) + " RG\n";
        }
    }

    /// Where lines stand: at the side where reading starts, where it ends, or between.
    public enum Align {
        START,
        END,
        CENTRE
    }

    /// A reading text.
    public static Style serif(float size, float leading) {
        return new Style(Family.SERIF, false, size, leading, Ink.TEXT, Align.START, 0, 0, 0);
    }

    /// A label or a table's text.
    public static Style sans(float size, float leading) {
        return new Style(Family.SANS, false, size, leading, Ink.TEXT, Align.START, 0, 0, 0);
    }

    /// The same in bold.
    public Style inBold() {
        return new Style(family, true, size, leading, ink, align, before, after, heading);
    }

    /// The same in another colour.
    public Style in(Ink other) {
        return new Style(family, bold, size, leading, other, align, before, after, heading);
    }

    /// The same, standing elsewhere.
    public Style aligned(Align other) {
        return new Style(family, bold, size, leading, ink, other, before, after, heading);
    }

    /// The same with white above and below.
    public Style spaced(float above, float below) {
        return new Style(family, bold, size, leading, ink, align, above, below, heading);
    }

    /// The same for headings of a rank.
    public Style asHeading(int rank) {
        return new Style(family, bold, size, leading, ink, align, before, after, rank);
    }
}
