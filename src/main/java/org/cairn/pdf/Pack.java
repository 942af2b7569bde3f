package org.cairn.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Scanner;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.jspecify.annotations.Nullable;

/// Objects that lie packed in a stream, each read by itself: one that is broken does not take the others with it.
final class Pack {

    /// As much of one is looked at.
    private static final int MOST_BYTES = 16 << 20;

    /// No program packs more into one.
    private static final int MOST_MEMBERS = 100_000;

    private Pack() {}

    /// How much may still be unpacked of one file.
    static final class Room {
        private int members = 1_000_000;
        private long bytes = 1L << 30;

        private int members() {
            return bytes > 0 ? members : 0;
        }

        private void take(int more, int text) {
            members -= more;
            bytes -= text;
        }
    }

    /// An object as it is written.
    record Member(long number, String words) {

        /// Whether it has a word of pages, of branches or of the document's root.
        boolean telling() {
            return Scan.tells(words);
        }

        /// The object, where it can be made out.
        @Nullable
        COSBase read(COSDocument document) throws IOException {
            String head = number + " 0 ";
            try (COSStream alone = document.createCOSStream()) {
                alone.setInt(COSName.N, 1);
                alone.setInt(COSName.FIRST, head.length());
                try (OutputStream out = alone.createOutputStream()) {
                    out.write((head + words).getBytes(StandardCharsets.ISO_8859_1));
                }
                return new PDFObjectStreamParser(alone, document).parseObject(number);
            }
        }

        @Override
        public String toString() {
            return "object " + number;
        }
    }

    private record Head(long number, int at) {}

    /// What lies in it, in its order, as far as it can be read.
    static List<Member> members(COSDocument document, COSObjectKey key, Room room) {
        try {
            return room.members() > 0 && Resolved.of(document.getObjectFromPool(key)) instanceof COSStream stream
                    ? members(stream, room)
                    : List.of();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }

    private static List<Member> members(COSStream stream, Room room) throws IOException {
        String text;
        try (InputStream in = stream.createInputStream()) {
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        }
        int first = Math.clamp(stream.getInt(COSName.FIRST, 0), 0, text.length());
        int said = stream.getInt(COSName.N, MOST_MEMBERS);
        int most = Math.min(Math.min(said, MOST_MEMBERS), room.members());
        List<Head> heads = heads(text.substring(0, first), first, text.length(), most);
        room.take(heads.size(), text.length());
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).at() : text.length();
            members.add(new Member(
                    heads.get(i).number(), text.substring(heads.get(i).at(), end)));
        }
        return members;
    }

    private static List<Head> heads(String text, int first, int end, int most) {
        List<Head> heads = new ArrayList<>();
        try (Scanner numbers = new Scanner(text)) {
            while (heads.size() < most && numbers.hasNextLong()) {
                long number = numbers.nextLong();
                if (numbers.hasNextInt()) {
                    int at = numbers.nextInt();
                    if (number > 0 && at >= 0 && at < end - first) {
                        heads.add(new Head(number, first + at));
                    }
                }
            }
        }
        heads.sort(Comparator.comparingInt(Head::at));
        return heads;
    }
}
