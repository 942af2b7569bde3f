package org.cairn.ocr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A page in shades of grey, as a program that recognises text is given it.
///
/// @param rows from the top left, one byte for each dot, 0 is black
/// @param dotsPerInch how finely it was drawn
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record GreyPage(int width, int height, byte[] rows, int dotsPerInch) {

    private static final int HEAD = 14 + 40;
    private static final int GREYS = 256;
    private static final double INCH_IN_METRES = 0.0254;

    /// A picture smaller than this was not drawn for reading: its letters are enlarged.
    private static final int SMALL = 1_800;

    /// So much darker or lighter than all its neighbours, a dot is dust.
    private static final int SPECK = 24;

    public GreyPage {
        if (width < 1 || height < 1 || rows.length != width * height) {
            throw new IllegalArgumentException("a page has as many dots as its sides say");
        }
    }

    /// A page of coloured dots.
    ///
    /// @param argb from the top left
    public static GreyPage of(int width, int height, int[] argb, int dotsPerInch) {
        byte[] rows = new byte[width * height];
        for (int i = 0; i < rows.length; i++) {
            int dot = argb[i];
            rows[i] = (byte) ((299 * (dot >> 16 & 255) + 587 * (dot >> 8 & 255) + 114 * (dot & 255)) / 1000);
        }
        return new GreyPage(width, height, rows, dotsPerInch);
    }

    /// The same page, turned to the right.
    ///
    /// @param quarters how often by 90 degrees
    public GreyPage turned(int quarters) {
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> quarter();
            case 2 -> quarter().quarter();
            case 3 -> quarter().quarter().quarter();
            default -> this;
        };
    }

    private GreyPage quarter() {
        byte[] turned = new byte[rows.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + height - 1 - y] = rows[y * width + x];
            }
        }
        return new GreyPage(height, width, turned, dotsPerInch);
    }

    /// The same page, twice as large where it is small: letters of a few dots are not recognised.
    public GreyPage enlargedIfSmall() {
        return Math.max(width, height) < SMALL ? doubled() : this;
    }

    private GreyPage doubled() {
        byte[] larger = new byte[width * height * 4];
        for (int y = 0; y < height * 2; y++) {
            for (int x = 0; x < width * 2; x++) {
                int right = Math.min(width - 1, x / 2 + x % 2);
                int below = Math.min(height - 1, y / 2 + y % 2);
                int sum = dot(x / 2, y / 2) + dot(right, y / 2) + dot(x / 2, below) + dot(right, below);
                larger[y * width * 2 + x] = (byte) (sum / 4);
            }
        }
        return new GreyPage(width * 2, height * 2, larger, dotsPerInch * 2);
    }

    /// The same page without dust: a single dot unlike everything around it is no part of a letter, but makes
    /// tesseract pass over whole lines.
    public GreyPage dusted() {
        byte[] clean = rows.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                clean[y * width + x] = (byte) dusted(x, y);
            }
        }
        return new GreyPage(width, height, clean, dotsPerInch);
    }

    private int dusted(int x, int y) {
        int darkest = 255;
        int lightest = 0;
        for (int row = y - 1; row <= y + 1; row++) {
            for (int column = x - 1; column <= x + 1; column++) {
                if (row != y || column != x) {
                    int near = dot(column, row);
                    darkest = Math.min(darkest, near);
                    lightest = Math.max(lightest, near);
                }
            }
        }
        int here = dot(x, y);
        return here < darkest - SPECK ? darkest : here > lightest + SPECK ? lightest : here;
    }

    private int dot(int x, int y) {
        return rows[y * width + x] & 255;
    }

    /// The page as a Windows bitmap, which leptonica reads in memory: for most other formats it would make a file.
    byte[] bitmap() {
        int stride = (width + 3) / 4 * 4;
        int begin = HEAD + GREYS * 4;
        ByteBuffer out = ByteBuffer.allocate(begin + stride * height).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(begin);
        int perMetre = (int) Math.round(dotsPerInch / INCH_IN_METRES);
        out.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 8);
        out.putInt(0).putInt(stride * height).putInt(perMetre).putInt(perMetre);
        out.putInt(GREYS).putInt(GREYS);
        for (int grey = 0; grey < GREYS; grey++) {
            out.put((byte) grey).put((byte) grey).put((byte) grey).put((byte) 0);
        }
        for (int y = height - 1; y >= 0; y--) {
            out.put(rows, y * width, width).position(out.position() + stride - width);
        }
        return out.array();
    }

    @Override
    public String toString() {
        return "GreyPage " + width + " × " + height;
    }
}
