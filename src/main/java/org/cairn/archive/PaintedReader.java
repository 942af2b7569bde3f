package org.cairn.archive;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.bundle.check.PictureWords;
import org.cairn.domain.LanguageTag;
import org.cairn.drawing.Dots;
import org.cairn.ocr.GreyPage;
import org.cairn.ocr.Languages;
import org.cairn.ocr.NotRecognised;
import org.cairn.ocr.OcrLimits;
import org.cairn.ocr.PageReader;
import org.cairn.ocr.Tesseract;
import org.cairn.progress.Progress;

/// Reads what can still be seen around painted places, as somebody would who gets the bundle: in the scripts of the
/// words that must not be there.
final class PaintedReader {

    private static final int DOTS_PER_INCH = 200;

    /// What tesseract calls a script.
    private static final Map<UnicodeScript, String> SCRIPTS = Map.of(
            UnicodeScript.LATIN, "Latin",
            UnicodeScript.CYRILLIC, "Cyrillic",
            UnicodeScript.ARABIC, "Arabic",
            UnicodeScript.HAN, "Han",
            UnicodeScript.TIBETAN, "Tibetan");

    private PaintedReader() {}

    /// @param tesseract the program, where it is installed
    /// @param words that are looked for
    /// @param language of the bundle
    /// @return nothing where there is no program, or it does not read all of the scripts
    static Optional<PictureWords> of(
            Optional<Tesseract> tesseract, List<String> words, LanguageTag language, Progress progress) {
        if (tesseract.isEmpty()) {
            return Optional.empty();
        }
        List<String> packs = packs(tesseract.get(), words, language);
        if (packs.isEmpty()) {
            return Optional.empty();
        }
        PageReader reader = new PageReader(tesseract.get(), OcrLimits.DEFAULT, progress);
        return Optional.of(dots -> read(reader, packs, dots));
    }

    private static String read(PageReader reader, List<String> packs, Dots dots) throws IOException {
        try {
            return reader.read(GreyPage.of(dots.width(), dots.height(), dots.rows(), DOTS_PER_INCH), packs, 0)
                    .text();
        } catch (NotRecognised e) {
            throw new IOException("what was painted over could not be read");
        }
    }

    /// One pack for each script, the bundle's own language before others.
    private static List<String> packs(Tesseract tesseract, List<String> words, LanguageTag language) {
        Set<String> scripts = words.stream()
                .flatMapToInt(String::codePoints)
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .map(script -> SCRIPTS.getOrDefault(script, script.name()))
                .collect(Collectors.toSet());
        List<Languages.Entry> installed = Languages.installed(tesseract.packs());
        List<String> packs = scripts.stream()
                .sorted()
                .flatMap(script -> installed.stream()
                        .filter(entry -> entry.script().equals(script))
                        .sorted((one, other) -> Boolean.compare(
                                other.language().primary().equals(language.primary()),
                                one.language().primary().equals(language.primary())))
                        .limit(1))
                .map(Languages.Entry::pack)
                .toList();
        // read in some of the scripts is not read
        return packs.size() < scripts.size() ? List.of() : packs;
    }
}
