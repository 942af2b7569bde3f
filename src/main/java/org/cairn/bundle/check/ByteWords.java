package org.cairn.bundle.check;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.cairn.bundle.match.FoldedText;
import org.cairn.bundle.match.SoughtWords;

/// Finds words in bytes, in whatever way they may be written there.
final class ByteWords {

    /// In bytes that are no text a shorter word stands by chance.
    private static final int LONG = 5;
    private static final int ENOUGH_AROUND = 4;
    /// Words of the format itself, which some people bear as names.
    private static final Set<String> KNOWN = known();

    private final SoughtWords words;
    private final boolean beyondLatin;

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of(
                ("obj endobj stream endstream xref trailer startxref true false null registry ordering supplement ucs "
                                + "adobe cidinit procset findresource begin end def dict dup defineresource pop cmapname "
                                + "cmaptype cidsysteminfo begincmap endcmap currentdict cairnpicture cairnpage cairnstamp")
                        .split(" ")));
        // the library knows the names that the format gives a meaning
        for (Field field : COSName.class.getFields()) {
            try {
                if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof COSName name) {
                    known.add(name.getName().toLowerCase(Locale.ROOT).replace("-", ""));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return Set.copyOf(known);
    }

    /// Takes what is found.
    @FunctionalInterface
    interface Told {
        void found(int word, boolean alone);
    }

    ByteWords(SoughtWords words) {
        this.words = words;
        boolean beyond = false;
        for (int i = 0; i < words.count(); i++) {
            beyond |= words.folded(i).chars().anyMatch(c -> c > 0xFF);
        }
        this.beyondLatin = beyond;
    }

    /// In a text.
    void text(CharSequence text, Told told) {
        words.in(text).forEach(hit -> told.found(hit.word(), hit.alone()));
    }

    /// Whether a text holds any.
    boolean in(CharSequence text) {
        return !words.in(text).isEmpty();
    }

    /// In a string of a file.
    void string(byte[] bytes, Told told) {
        text(asString(bytes), told);
        for (byte one : bytes) {
            if (one < ' ') {
                text(new COSString(bytes).getString(), told); // letters that only files of this format write so
                return;
            }
        }
    }

    static String asString(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 255) == 0xFE && (bytes[1] & 255) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 2 && (bytes[0] & 255) == 0xFF && (bytes[1] & 255) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        return decoded(bytes, bytes.length);
    }

    /// As UTF-8 where it is that, each other byte as a letter of Latin-1.
    static String decoded(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return mixed(bytes, length);
        }
    }

    private static String mixed(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; ) {
            int c = bytes[i] & 255;
            int more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 0;
            boolean whole = more > 0 && i + more < length;
            for (int n = 1; whole && n <= more; n++) {
                whole = (bytes[i + n] & 0xC0) == 0x80;
            }
            if (whole) {
                text.append(new String(bytes, i, more + 1, StandardCharsets.UTF_8));
                i += more + 1;
            } else {
                text.append((char) c);
                i++;
            }
        }
        return text.toString();
    }

    /// In a name: words of the format are none, and a short word must stand by itself in it.
    void name(String name, Told told) {
        if (KNOWN.contains(name.toLowerCase(Locale.ROOT).replace("-", ""))) {
            return;
        }
        FoldedText folded = FoldedText.of(name);
        words.find(folded, hit -> {
            boolean alone = hit.alone() || standsOut(name, folded.place(hit.start()), folded.place(hit.end() - 1) + 1);
            if (alone || letters(hit.word()) >= LONG || beyondLatin(hit.word())) {
                told.found(hit.word(), alone);
            }
        });
    }

    /// Whether a part of a name is a word of it, as `Ali` in `AliSow`.
    private static boolean standsOut(String name, int start, int end) {
        boolean begins = start == 0
                || !Character.isLetter(name.charAt(start - 1))
                || Character.isLowerCase(name.charAt(start - 1)) && Character.isUpperCase(name.charAt(start));
        boolean ends = end >= name.length()
                || !Character.isLetter(name.charAt(end))
                || Character.isUpperCase(name.charAt(end)) && Character.isLowerCase(name.charAt(end - 1));
        return begins && ends;
    }

    private int letters(int word) {
        return (int) words.folded(word)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
    }

    private boolean beyondLatin(int word) {
        return words.folded(word).chars().anyMatch(c -> c > 0xFF);
    }

    /// In bytes of any kind.
    void bytes(byte[] bytes, int length, Told told) {
        String text = decoded(bytes, length);
        FoldedText folded = FoldedText.of(text);
        words.find(folded, hit -> {
            int start = folded.place(hit.start());
            int end = folded.place(hit.end() - 1) + 1;
            if ((letters(hit.word()) >= 3 || beyondLatin(hit.word())) && meant(text, start, end, hit.word())) {
                told.found(hit.word(), hit.alone());
            }
        });
        if (beyondLatin) {
            for (Charset wide : Set.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                wide(new String(bytes, 0, length, wide), told);
                wide(length > 1 ? new String(bytes, 1, length - 1, wide) : "", told);
            }
        } else if (!text.isEmpty()) {
            words.findSpacedOut(folded, hit -> told.found(hit.word(), true));
        }
    }

    /// Whether a word is no accident among bytes: long enough, or with text around it, and no digits in hexadecimal.
    private boolean meant(String text, int start, int end, int word) {
        boolean within = text.substring(start, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)
                && (start > 0 && Character.digit(text.charAt(start - 1), 16) >= 0
                        || end < text.length() && Character.digit(text.charAt(end), 16) >= 0);
        if (within) {
            return false;
        }
        if (letters(word) >= LONG || beyondLatin(word)) {
            return true;
        }
        int around = 0;
        for (int i = start - 1; i >= 0 && i >= start - ENOUGH_AROUND && printed(text.charAt(i)); i--) {
            around++;
        }
        for (int i = end; i < text.length() && i < end + ENOUGH_AROUND && printed(text.charAt(i)); i++) {
            around++;
        }
        return around >= ENOUGH_AROUND || end - start >= 2 * letters(word) - 1;
    }

    private static boolean printed(char c) {
        return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t';
    }

    /// Letters of two bytes each: two of them stand by chance, unless something beside them is written so too.
    private void wide(String text, Told told) {
        FoldedText folded = FoldedText.of(text);
        words.find(folded, hit -> {
            int before = folded.place(hit.start()) - 1;
            int after = folded.place(hit.end() - 1) + 1;
            boolean beside = before < 0
                    || text.charAt(before) == 0xFEFF
                    || printed(text.charAt(before))
                    || after >= text.length()
                    || text.charAt(after) == 0
                    || printed(text.charAt(after));
            if (letters(hit.word()) >= 3 || letters(hit.word()) == 2 && beside) {
                told.found(hit.word(), hit.alone());
            }
        });
    }

    /// In what is written in the manner of PDF.
    ///
    /// @param map whether it says which letters codes stand for
    void syntax(byte[] bytes, int length, boolean map, Told told) {
        StringBuilder shown = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        Syntax.read(bytes, length, new Syntax.Pieces() {
            @Override
            public void string(byte[] one) {
                ByteWords.this.string(one, told);
                String text = asString(one);
                shown.append(text);
            }

            @Override
            public void hexadecimal(byte[] one) {
                if (map) {
                    text(new String(one, StandardCharsets.UTF_16BE), told);
                } else {
                    string(one);
                }
            }

            @Override
            public void name(String name) {
                ByteWords.this.name(name, told);
                rest.append('\n');
            }

            @Override
            public void other(String one) {
                if (one.length() == 2 && (one.charAt(0) == 'T' && "dDm*".indexOf(one.charAt(1)) >= 0)
                        || one.equals("ET")
                        || one.equals("endobj")) {
                    shown.append('\n');
                }
                boolean known = KNOWN.contains(one.toLowerCase(Locale.ROOT));
                rest.append(known ? "" : one).append(known ? '\n' : ' ');
            }
        });
        text(shown, told);
        byte[] left = rest.toString().getBytes(StandardCharsets.ISO_8859_1);
        FoldedText folded = FoldedText.of(decoded(left, left.length));
        words.find(folded, hit -> {
            if (letters(hit.word()) >= 3 && (hit.alone() || letters(hit.word()) >= LONG)) {
                told.found(hit.word(), hit.alone());
            }
        });
    }
}
