package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.pdfbox.cos.COSStream;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.bundle.match.SoughtWords;

/// Letters that a font of the file has and no page of it shows: where a script has thousands, those of a name that was
/// painted over tell the name.
final class HiddenLetters {

    private static final int MOST_SPAN = 4096;

    private final SoughtWords words;
    private final BitSet shown;
    private final Leaks leaks;

    HiddenLetters(SoughtWords words, BitSet shown, Leaks leaks) {
        this.words = words;
        this.shown = shown;
        this.leaks = leaks;
    }

    void look(COSStream map, long number) throws IOException {
        BitSet letters = new BitSet(0x110000);
        try (InputStream in = map.createInputStream()) {
            byte[] bytes = in.readAllBytes();
            new Targets(letters).read(bytes);
        }
        int all = letters.cardinality();
        BitSet hidden = (BitSet) letters.clone();
        hidden.andNot(shown);
        if (hidden.cardinality() * 2 > all && all > 200) {
            return; // a whole font, of which nobody chose the letters
        }
        for (int word = 0; word < words.count(); word++) {
            int[] telling = words.folded(word)
                    .codePoints()
                    .filter(Character::isIdeographic)
                    .toArray();
            boolean there = telling.length > 0;
            boolean unshown = false;
            for (int letter : telling) {
                there &= letters.get(letter);
                unshown |= hidden.get(letter);
            }
            if (there && unshown) {
                leaks.found(Kind.FONT, word, 0, number, true);
            }
        }
    }

    /// The letters that the codes of a map stand for.
    private static final class Targets implements Syntax.Pieces {

        private final BitSet letters;
        private final List<byte[]> row = new ArrayList<>();
        private boolean range;
        private boolean one;

        Targets(BitSet letters) {
            this.letters = letters;
        }

        void read(byte[] bytes) {
            Syntax.read(bytes, bytes.length, this);
        }

        @Override
        public void string(byte[] bytes) {
            // a map names itself so
        }

        @Override
        public void name(String name) {
            // the same
        }

        @Override
        public void other(String text) {
            one = text.equals("beginbfchar") || one && !text.startsWith("end");
            range = text.equals("beginbfrange") || range && !text.startsWith("end");
            row.clear();
        }

        @Override
        public void hexadecimal(byte[] bytes) {
            row.add(bytes);
            if (one && row.size() == 2) {
                add(bytes, 0);
                row.clear();
            } else if (range && row.size() == 3) {
                int span = Math.clamp(number(row.get(1)) - number(row.get(0)), 0, MOST_SPAN);
                for (int i = 0; i <= span; i++) {
                    add(bytes, i);
                }
                row.clear();
            }
        }

        private void add(byte[] target, int further) {
            new String(target, StandardCharsets.UTF_16BE).codePoints().forEach(letter -> {
                if (letter + further <= Character.MAX_CODE_POINT) {
                    letters.set(letter + further);
                }
            });
        }

        private static int number(byte[] bytes) {
            int number = 0;
            for (byte one : bytes) {
                number = number << 8 | one & 255;
            }
            return number;
        }
    }
}
