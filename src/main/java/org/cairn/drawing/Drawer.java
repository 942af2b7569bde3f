package org.cairn.drawing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a drawing process does with the questions it is asked: one file in hand, answered about until the next.
final class Drawer {

    private final DataInputStream in;
    private final DataOutputStream out;
    private @Nullable DrawnPdf pdf;
    private @Nullable DrawnPicture picture;
    private @Nullable DrawnTables tables;

    Drawer(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Why there is no answer, where more can be said than that there is none.
    private record Refused(byte why) implements Said {
        @Override
        public void write() {
            // the first byte says all
        }
    }

    /// Writes an answer; what comes before it may still fail.
    @FunctionalInterface
    private interface Said {
        void write() throws IOException;
    }

    /// Answers the next question.
    ///
    /// @throws IOException when nobody asks any more
    void answer() throws IOException {
        byte question = in.readByte();
        switch (question) {
            case Talk.WARM_UP -> WarmUp.draw();
            case Talk.FORGET -> {
                forget();
                System.gc(); // gives its memory back, and does not keep what it showed
            }
            default -> say(said(question));
        }
    }

    private void say(@Nullable Said said) throws IOException {
        if (said instanceof Refused refused) {
            out.writeByte(refused.why());
        } else if (said == null) {
            out.writeByte(Talk.CANNOT);
        } else {
            out.writeByte(Talk.ANSWER);
            said.write();
        }
        out.flush();
    }

    /// Whatever a library throws at a file is the file's: the next one is answered about all the same.
    private @Nullable Said said(byte question) throws IOException {
        switch (question) {
            case Talk.PDF, Talk.PICTURE -> {
                long size = in.readLong();
                return attempt(() -> open(question, size));
            }
            case Talk.TABLE -> {
                long size = in.readLong();
                int kind = in.readInt();
                String encoding = Talk.readText(in);
                return attempt(() -> openTables(size, TableKind.values()[kind], encoding));
            }
            case Talk.SHEET_NAMES -> {
                return attempt(() -> texts(tables().names()));
            }
            case Talk.SHEET -> {
                int number = in.readInt();
                return attempt(() -> sheet(tables().turnTo(number)));
            }
            case Talk.ROWS -> {
                int number = in.readInt();
                int first = in.readInt();
                int most = in.readInt();
                return attempt(() -> rows(tables().rows(number, first, most)));
            }
            case Talk.SEARCHED -> {
                return attempt(() -> yes(pdf().searched()));
            }
            case Talk.SIZE -> {
                int page = in.readInt();
                return attempt(() -> sizes(List.of(pdf().size(page))));
            }
            case Talk.SIZES -> {
                int first = in.readInt();
                int most = Talk.length(in, Talk.MOST_SIZES);
                return attempt(() -> sizesFrom(first, most));
            }
            case Talk.WORDS -> {
                int page = in.readInt();
                return attempt(() -> words(pdf().words(page)));
            }
            case Talk.LETTERS -> {
                int page = in.readInt();
                return attempt(() -> letters(pdf().letters(page)));
            }
            case Talk.DRAW -> {
                int page = in.readInt();
                int width = in.readInt();
                return attempt(() -> draw(page, width));
            }
            case Talk.DRAW_FINELY -> {
                int page = in.readInt();
                int width = in.readInt();
                return attempt(() -> dots(pdf().draw(page, width, true)));
            }
            case Talk.PLACES -> {
                int page = in.readInt();
                String words = Talk.readText(in);
                return attempt(() -> places(pdf().places(page, words)));
            }
            case Talk.TEXT -> {
                int page = in.readInt();
                Box part = Talk.readBox(in);
                return attempt(() -> text(pdf().text(page, part)));
            }
            default -> throw new IOException("no question begins like this");
        }
    }

    /// Finds an answer.
    @FunctionalInterface
    private interface Finding {
        Said find() throws IOException;
    }

    private static @Nullable Said attempt(Finding finding) {
        try {
            return finding.find();
        } catch (DicomPicture.UnknownCompressionException e) {
            return new Refused(Talk.UNKNOWN_COMPRESSION);
        } catch (DicomReader.NoPictureException e) {
            return new Refused(Talk.NO_PICTURE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private Said open(byte kind, long size) throws IOException {
        forget();
        PipedBytes bytes = new PipedBytes(in, out, size);
        int count;
        if (kind == Talk.PDF) {
            DrawnPdf opened = new DrawnPdf(bytes);
            pdf = opened;
            count = opened.count();
        } else {
            DrawnPicture opened = new DrawnPicture(bytes);
            picture = opened;
            count = opened.count();
        }
        return () -> out.writeInt(count);
    }

    private Said openTables(long size, TableKind kind, String encoding) throws IOException {
        forget();
        DrawnTables opened = new DrawnTables(Tables.open(new PipedBytes(in, out, size), kind, encoding));
        tables = opened;
        int count = opened.names().size();
        return () -> out.writeInt(count);
    }

    private Said texts(List<String> texts) {
        return () -> writeTexts(texts);
    }

    private void writeTexts(List<String> texts) throws IOException {
        int told = Math.min(texts.size(), Talk.MOST_CELLS);
        out.writeInt(told);
        for (String text : texts.subList(0, told)) {
            Talk.writeCell(out, text);
        }
    }

    private Said yes(boolean is) {
        return () -> out.writeBoolean(is);
    }

    private Said sheet(Sheet sheet) {
        return () -> {
            Talk.writeText(out, sheet.name());
            out.writeInt(sheet.rows());
            out.writeInt(sheet.columns());
            out.writeBoolean(sheet.leftwards());
            out.writeBoolean(sheet.cut());
        };
    }

    private Said rows(List<List<String>> rows) {
        return () -> {
            int told = Math.min(rows.size(), Talk.MOST_ROWS);
            out.writeInt(told);
            for (List<String> row : rows.subList(0, told)) {
                writeTexts(row);
            }
        };
    }

    private DrawnTables tables() throws IOException {
        DrawnTables open = tables;
        if (open == null) {
            throw new IOException("no tables in hand");
        }
        return open;
    }

    private Said sizesFrom(int first, int most) throws IOException {
        DrawnPicture shown = picture;
        List<Size> found = new ArrayList<>();
        for (int page = first; page < first + most; page++) {
            found.add(shown == null ? pdf().size(page) : shown.size(page));
        }
        return sizes(found);
    }

    private Said sizes(List<Size> sizes) {
        return () -> {
            for (Size size : sizes) {
                Talk.writeSize(out, size);
            }
        };
    }

    private Said words(List<Word> words) {
        return () -> {
            int told = Math.min(words.size(), Talk.MOST_WORDS);
            out.writeInt(told);
            for (Word word : words.subList(0, told)) {
                Talk.writeWord(out, word);
            }
        };
    }

    private Said letters(List<Letter> letters) {
        return () -> {
            out.writeInt(letters.size());
            for (Letter letter : letters) {
                Talk.writeLetter(out, letter);
            }
        };
    }

    private Said draw(int page, int width) throws IOException {
        DrawnPicture shown = picture;
        return shown == null ? dots(pdf().draw(page, width)) : picture(shown.draw(page, width));
    }

    private Said dots(Dots drawn) {
        return () -> {
            out.writeInt(drawn.width());
            out.writeInt(drawn.height());
            Talk.writeDots(out, drawn.rows(), drawn.rows().length);
        };
    }

    private Said picture(DrawnPicture.Upright drawn) {
        return () -> {
            out.writeInt(drawn.turn());
            out.writeInt(drawn.image().getWidth());
            out.writeInt(drawn.image().getHeight());
            drawn.writeRows(out);
        };
    }

    private Said places(List<Box> places) {
        return () -> {
            int told = Math.min(places.size(), Talk.MOST_PLACES);
            out.writeInt(told);
            for (Box place : places.subList(0, told)) {
                Talk.writeBox(out, place);
            }
        };
    }

    private Said text(String text) {
        return () -> Talk.writeText(out, text);
    }

    private DrawnPdf pdf() throws IOException {
        DrawnPdf open = pdf;
        if (open == null) {
            throw new IOException("no PDF in hand");
        }
        return open;
    }

    private void forget() {
        pdf = null;
        picture = null;
        tables = null;
    }
}
