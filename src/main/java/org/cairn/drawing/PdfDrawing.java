package org.cairn.drawing;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// The pages of a PDF, drawn in a process apart. Nothing of it is ever written to disk.
///
/// Every method but closing may take long, though never longer than the limits. Each throws [NotDrawable] where the
/// file allows no answer, and [org.cairn.progress.CancelledException] once it is closed.
public final class PdfDrawing implements AutoCloseable {

    private final OpenFile file;

    /// Opens a PDF read piece by piece, such as sealed evidence. The channel is closed with it.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public PdfDrawing(DrawingProcesses processes, SeekableByteChannel pdf) {
        this.file = new OpenFile(processes, Talk.PDF, pdf);
    }

    /// Opens a PDF in memory.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public PdfDrawing(DrawingProcesses processes, byte[] pdf) {
        this(processes, new BytesInMemory(pdf));
    }

    /// How many pages there are.
    public int count() {
        return file.count();
    }

    /// Whether the way to the pages was broken, so that they had to be searched for: some may be missing.
    public boolean searched() {
        return file.ask(to -> to.writeByte(Talk.SEARCHED), DataInputStream::readBoolean);
    }

    /// The size of a page as shown.
    ///
    /// @param page from 1
    public Size size(int page) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.SIZE);
                    to.writeInt(page);
                },
                Talk::readSize);
    }

    /// The sizes of pages as shown, from one on.
    ///
    /// @param first from 1
    /// @param most so many are asked for, and no more than there are
    public List<Size> sizes(int first, int most) {
        return file.sizes(first, most);
    }

    /// The words of a page with their places, in the order in which they are read.
    ///
    /// @param page from 1
    public List<Word> words(int page) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.WORDS);
                    to.writeInt(page);
                },
                PdfDrawing::readWords);
    }

    private static List<Word> readWords(DataInputStream from) throws IOException {
        int count = Talk.length(from, Talk.MOST_WORDS);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(Talk.readWord(from));
        }
        return words;
    }

    /// The letters of a page, line by line in the order in which it was written, from left to right within a line;
    /// also those that nobody sees.
    ///
    /// @param page from 1
    public List<Letter> letters(int page) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.LETTERS);
                    to.writeInt(page);
                },
                PdfDrawing::readLetters);
    }

    private static List<Letter> readLetters(DataInputStream from) throws IOException {
        int count = Talk.length(from, Talk.MOST_LETTERS);
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            letters.add(Talk.readLetter(from));
        }
        return letters;
    }

    /// A page, drawn so wide.
    ///
    /// @param page from 1
    /// @param width in dots
    public Dots draw(int page, int width) {
        return draw(Talk.DRAW, page, width);
    }

    /// A page, drawn so wide for print: slower, and its pictures as sharp as they can be.
    ///
    /// @param page from 1
    /// @param width in dots
    public Dots drawFinely(int page, int width) {
        return draw(Talk.DRAW_FINELY, page, width);
    }

    private Dots draw(byte how, int page, int width) {
        return file.ask(
                to -> {
                    to.writeByte(how);
                    to.writeInt(page);
                    to.writeInt(width);
                },
                Talk::readDots);
    }

    /// Where some words stand on a page, case and accents aside; a phrase may run over the end of a line.
    ///
    /// @param page from 1
    public List<Box> boxes(int page, String words) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.PLACES);
                    to.writeInt(page);
                    Talk.writeText(to, words);
                },
                PdfDrawing::readBoxes);
    }

    private static List<Box> readBoxes(DataInputStream from) throws IOException {
        int count = Talk.length(from, Talk.MOST_PLACES);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(Talk.readBox(from));
        }
        return boxes;
    }

    /// The text within a part of a page, in reading order.
    ///
    /// @param page from 1
    public String text(int page, Box part) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.TEXT);
                    to.writeInt(page);
                    Talk.writeBox(to, part);
                },
                Talk::readText);
    }

    /// Stops what is being drawn, since nobody waits for it any more: it ends as cancelled. What is asked next is
    /// answered like before.
    public void abandon() {
        file.abandon();
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
    }
}
