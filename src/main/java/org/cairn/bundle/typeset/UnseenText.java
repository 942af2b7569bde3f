package org.cairn.bundle.typeset;

import java.awt.geom.AffineTransform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/// Text that is put where it can be read on a picture of it, to be searched and copied and never seen.
///
/// Most words of a language come again and again: how one is drawn is worked out once for a document.
public final class UnseenText {

    /// Every word is set in this size, and made as large as it is where it stands.
    private static final float SIZE = 12;
    private static final int MOST_KNOWN = 20_000;

    private final Fonts fonts;
    private final PDResources own = new PDResources();
    private final Map<String, Word> known = new HashMap<>();

    private record Word(String operators, float width, List<COSName> fonts) {}

    /// @param fonts of the document
    public UnseenText(Fonts fonts) {
        this.fonts = fonts;
    }

    /// A page's part of it.
    ///
    /// @param resources of the page, which get the fonts
    public Layer on(PDResources resources) {
        return new Layer(resources);
    }

    private Word word(String text) {
        Word word = known.get(text);
        if (word == null) {
            Style style = Style.sans(SIZE, SIZE);
            Line line = new Composition(fonts, text, style, Direction.LEFT_TO_RIGHT.orOf(text)).wholeLine();
            PDResources used = new PDResources();
            String operators = line.draw(used, 0, 0);
            COSDictionary dictionary = used.getCOSObject().getCOSDictionary(COSName.FONT);
            List<COSName> names = dictionary == null ? List.of() : List.copyOf(dictionary.keySet());
            names.forEach(name -> fontsOf(own).setItem(name, fontsOf(used).getItem(name)));
            word = new Word(operators.substring(style.ink().fill().length()), line.width(), names);
            if (known.size() < MOST_KNOWN) {
                known.put(text, word);
            }
        }
        return word;
    }

    private static COSDictionary fontsOf(PDResources resources) {
        COSDictionary all = resources.getCOSObject();
        COSDictionary fonts = all.getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            fonts = new COSDictionary();
            all.setItem(COSName.FONT, fonts);
        }
        return fonts;
    }

    /// What is put on one page.
    public final class Layer {

        private final PDResources resources;
        private final StringBuilder operators = new StringBuilder("q 3 Tr\n");

        private Layer(PDResources resources) {
            this.resources = resources;
        }

        /// A stretch of text, made as wide as it is on the picture.
        ///
        /// @param text without an end of line; a blank fills the gap between two others
        /// @param size in points
        /// @param place from its own measure, in which it starts at 0 and runs to the right, to the page
        /// @param width how far it reaches, in points
        public void put(String text, float size, AffineTransform place, double width) {
            Word word = word(text);
            if (word.width() <= 0 || width <= 0) {
                return;
            }
            word.fonts()
                    .forEach(name ->
                            fontsOf(resources).setItem(name, fontsOf(own).getItem(name)));
            AffineTransform stretched = new AffineTransform(place);
            stretched.scale(width / word.width(), size / SIZE);
            operators.append("q ");
            for (double value : new double[] {
                stretched.getScaleX(), stretched.getShearY(), stretched.getShearX(), stretched.getScaleY()
            }) {
                number(value, 100_000);
            }
            number(stretched.getTranslateX(), 1000);
            number(stretched.getTranslateY(), 1000);
            operators.append("cm\n").append(word.operators()).append("Q\n");
        }

        private void number(double value, long parts) {
            long whole = Math.round(value * parts);
            if (whole % parts == 0) {
                operators.append(whole / parts).append(' ');
            } else {
                String digits = String.valueOf(parts + Math.abs(whole % parts));
                operators
                        .append(whole < 0 ? "-" : "")
                        .append(Math.abs(whole / parts))
                        .append('.')
                        .append(digits, 1, digits.length())
                        .append(' ');
            }
        }

        /// The operators that put all of it.
        public String operators() {
            return operators + "Q\n";
        }
    }
}
