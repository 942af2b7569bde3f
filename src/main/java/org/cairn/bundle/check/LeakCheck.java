package org.cairn.bundle.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.match.SoughtWords;
import org.cairn.domain.Area;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Proves that a finished file holds none of some words, wherever a word can hide in a file; or says where one does.
///
/// It takes the file as a stranger would, and trusts nothing that whoever wrote it remembers. What cannot be read is
/// told as well: of that nobody can say that it holds none.
public final class LeakCheck {

    private final SoughtWords words;
    private final ByteWords sought;

    /// @param words that must not be there, in every script and form in which they may have been written
    public LeakCheck(List<String> words) {
        this.words = new SoughtWords(words);
        this.sought = new ByteWords(this.words);
    }

    /// What stands around the places that were painted over is read as a picture too.
    ///
    /// @param areas that were painted over, by page of the file, from 1
    /// @param processes that draw the pages
    /// @param reader reads what was drawn
    public record Pictures(Map<Integer, List<Area>> areas, DrawingProcesses processes, PictureWords reader) {
        public Pictures {
            areas = Map.copyOf(areas);
        }
    }

    /// Looks through a file.
    ///
    /// @throws IOException when the file is not there or cannot be read from the disk
    public List<Leak> check(Path pdf) throws IOException {
        return check(pdf, Optional.empty(), Progress.none());
    }

    /// Looks through a file and at its painted places.
    ///
    /// @param progress told of the stages `proof` and `proofPictures`
    /// @return none when the words are nowhere in it
    public List<Leak> check(Path pdf, Optional<Pictures> pictures, Progress progress) throws IOException {
        Leaks leaks = new Leaks();
        Path name = pdf.getFileName();
        String called = name == null ? "" : name.toString();
        sought.text(called, leaks.at(Kind.FILE_NAME, 0, 0));
        sought.text(called.replaceAll("[_.-]", " "), leaks.at(Kind.FILE_NAME, 0, 0));
        StreamWords streams = new StreamWords(sought, leaks);
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(pdf);
                PDDocument document = new PDFParser(bytes, "", null, null, SealedScratch.cache()).parse(true)) {
            if (document.isEncrypted()) {
                leaks.wrong(Kind.UNREADABLE, 0);
            }
            ObjectWords objects = new ObjectWords(document, sought, streams, leaks);
            objects.look();
            ShownText text = new ShownText(document, sought, leaks, progress);
            text.pages();
            text.forms(objects);
            HiddenLetters hidden = new HiddenLetters(words, text.letters(), leaks);
            for (COSStream map : objects.maps()) {
                hidden.look(map, objects.number(map));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            leaks.wrong(Kind.UNREADABLE, 0);
        }
        RawFile.look(pdf, streams, sought, leaks);
        if (pictures.isPresent()) {
            new PaintedPlaces(pictures.get(), sought, leaks, progress).look(pdf);
        }
        return leaks.all();
    }
}
