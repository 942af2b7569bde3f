package org.cairn.drawing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How the program and a drawing process talk over a pipe: frames that begin with a byte saying what they are.
///
/// The program asks one question at a time. The process answers it, or says that it cannot; before that it may ask for
/// pieces of the file as often as it likes.
final class Talk {

    /// Program: a PDF of so many bytes is looked at from now on. The answer is how many pages it has.
    static final byte PDF = 'P';
    /// Program: a picture of so many bytes is looked at from now on. The answer is how many it holds.
    static final byte PICTURE = 'I';
    /// Program: tables of so many bytes, kept in this way, are looked at from now on. The answer is how many sheets.
    static final byte TABLE = 'X';
    /// Program: the names of the sheets?
    static final byte SHEET_NAMES = 'E';
    /// Program: turn to this sheet. The answer is how large it is.
    static final byte SHEET = 'H';
    /// Program: so many rows of this sheet, from this one on?
    static final byte ROWS = 'G';
    /// Program: how large is this page?
    static final byte SIZE = 'S';
    /// Program: draw this page, or this picture, so wide.
    static final byte DRAW = 'D';
    /// Program: draw this page so wide, each dot of its pictures counting, however long that takes.
    static final byte DRAW_FINELY = 'B';
    /// Program: where do these words stand on this page?
    static final byte PLACES = 'W';
    /// Program: the text in this part of this page?
    static final byte TEXT = 'T';
    /// Program: the words of this page, each with its place?
    static final byte WORDS = 'L';
    /// Program: the letters of this page, each with its place?
    static final byte LETTERS = 'K';
    /// Program: how large are so many pages, or pictures, from this one on?
    static final byte SIZES = 'M';
    /// Program: was the way to the pages of this PDF broken, so that they had to be searched for?
    static final byte SEARCHED = 'Q';
    /// Program: forget the file. There is no answer.
    static final byte FORGET = 'F';
    /// Program: get ready for a first file while nobody waits. There is no answer.
    static final byte WARM_UP = 'U';

    /// Process: ready for a first question.
    static final byte READY = 'R';
    /// Process: needs bytes of the file, from a place on, so many. They follow at once: how many they are, and they.
    static final byte NEEDS = 'N';
    /// Process: here is the answer.
    static final byte ANSWER = 'A';
    /// Process: the file does not allow an answer.
    static final byte CANNOT = 'C';
    /// Process: the picture is packed in a way that cannot be unpacked here.
    static final byte UNKNOWN_COMPRESSION = 'Z';

    /// Process: the file holds no picture at all.
    static final byte NO_PICTURE = 'O';

    /// More bytes of the file are not asked for at once.
    static final int PIECE = 128 * 1024;

    /// More dots are never drawn.
    static final int MOST_DOTS = 40_000_000;

    /// More places of words on one page are not told.
    static final int MOST_PLACES = 10_000;

    /// More words of one page are not told.
    static final int MOST_WORDS = 20_000;

    /// More letters of one page are not told.
    static final int MOST_LETTERS = 200_000;

    /// More sizes are not told at once.
    static final int MOST_SIZES = 1_000;

    /// More rows are not told at once.
    static final int MOST_ROWS = 1_000;

    /// More cells of one row, or names of sheets, are not told.
    static final int MOST_CELLS = 1_024;

    private static final int LONGEST_CELL = 16 * 1024;
    private static final int LONGEST_WORD = 4 * 1024;
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private Talk() {}

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_TEXT);
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[length(in, LONGEST_TEXT)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void writeWord(DataOutputStream out, Word word) throws IOException {
        String text = word.text();
        writeText(out, text.substring(0, Math.min(text.length(), LONGEST_WORD / 4)));
        writeBox(out, word.box());
        out.writeInt(word.line());
    }

    static Word readWord(DataInputStream in) throws IOException {
        byte[] text = new byte[length(in, LONGEST_WORD)];
        in.readFully(text);
        Box box = readBox(in);
        return new Word(new String(text, StandardCharsets.UTF_8), box, length(in, MOST_WORDS));
    }

    static void writeLetter(DataOutputStream out, Letter letter) throws IOException {
        String text = letter.text();
        writeText(out, text.substring(0, Math.min(text.length(), LONGEST_WORD / 4)));
        writeBox(out, letter.box());
        out.writeDouble(letter.x());
        out.writeDouble(letter.y());
        out.writeDouble(letter.size());
        out.writeInt(letter.turn());
        out.writeInt(letter.line());
        out.writeBoolean(letter.parted());
        out.writeBoolean(letter.unseen());
    }

    static Letter readLetter(DataInputStream in) throws IOException {
        byte[] text = new byte[length(in, LONGEST_WORD)];
        in.readFully(text);
        return new Letter(
                new String(text, StandardCharsets.UTF_8),
                readBox(in),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                length(in, 3),
                length(in, MOST_LETTERS),
                in.readBoolean(),
                in.readBoolean());
    }

    static void writeCell(DataOutputStream out, String text) throws IOException {
        writeText(out, text.substring(0, Math.min(text.length(), LONGEST_CELL / 4)));
    }

    static String readCell(DataInputStream in) throws IOException {
        byte[] text = new byte[length(in, LONGEST_CELL)];
        in.readFully(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    static void writeSize(DataOutputStream out, Size size) throws IOException {
        out.writeDouble(size.width());
        out.writeDouble(size.height());
    }

    static Size readSize(DataInputStream in) throws IOException {
        return new Size(in.readDouble(), in.readDouble());
    }

    /// A number that may not be larger than it can be: what the other side says is never believed.
    static int length(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("no answer has this length");
        }
        return length;
    }

    static void writeBox(DataOutputStream out, Box box) throws IOException {
        out.writeDouble(box.x());
        out.writeDouble(box.y());
        out.writeDouble(box.width());
        out.writeDouble(box.height());
    }

    static Box readBox(DataInputStream in) throws IOException {
        return new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }

    static void writeDots(DataOutputStream out, int[] dots, int count) throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < count; at += CHUNK / Integer.BYTES) {
            int some = Math.min(CHUNK / Integer.BYTES, count - at);
            buffer.asIntBuffer().put(dots, at, some);
            out.write(chunk, 0, some * Integer.BYTES);
        }
    }

    static Dots readDots(DataInputStream in) throws IOException {
        int width = length(in, MOST_DOTS);
        int height = length(in, MOST_DOTS);
        if ((long) width * height > MOST_DOTS) {
            throw new IOException("no picture is this large");
        }
        int[] dots = new int[width * height];
        byte[] chunk = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < dots.length; at += CHUNK / Integer.BYTES) {
            int some = Math.min(CHUNK / Integer.BYTES, dots.length - at);
            in.readFully(chunk, 0, some * Integer.BYTES);
            buffer.asIntBuffer().get(dots, at, some);
        }
        return new Dots(width, height, dots);
    }
}
