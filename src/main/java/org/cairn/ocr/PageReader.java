package org.cairn.ocr;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.progress.Progress;

/// Has pages read by tesseract, one run of the program for each.
///
/// A run that does not end well is tried once more.
public final class PageReader {

    /// One column of lines of different sizes: the default shuffles lines of Russian and Uyghur.
    private static final String ONE_COLUMN = "4";
    /// One block of text: letters with little room around them.
    private static final String ONE_BLOCK = "6";
    private static final String SCRIPT_ONLY = "0";

    private static final Pattern SCRIPT = Pattern.compile("Script: (\\w+)");
    private static final Pattern TURN = Pattern.compile("Rotate: (\\d+)");
    private static final Pattern TURN_SURE = Pattern.compile("Orientation confidence: ([0-9.]+)");

    /// Less sure than this of how a page lies, tesseract is mostly wrong.
    private static final double SURE_OF_TURN = 2;

    private final Tesseract tesseract;
    private final OcrLimits limits;
    private final Progress progress;

    public PageReader(Tesseract tesseract, OcrLimits limits, Progress progress) {
        this.tesseract = tesseract;
        this.limits = limits;
        this.progress = progress;
    }

    /// How a page lies, and the script it is written in.
    ///
    /// @param script as tesseract names it: `Latin`, `Cyrillic`, `Arabic`, `Han`
    /// @param turn by how many quarters it must be turned to the right to stand upright
    public record Look(String script, int turn) {}

    /// Looks at a page before it is read; nothing where that is not installed or there are too few letters.
    public Optional<Look> look(GreyPage page) {
        if (!tesseract.tellsScripts()) {
            return Optional.empty();
        }
        try {
            String said = run(page, List.of("--psm", SCRIPT_ONLY));
            Matcher script = SCRIPT.matcher(said);
            return script.find() ? Optional.of(new Look(script.group(1), turn(said))) : Optional.empty();
        } catch (NotRecognised e) {
            return Optional.empty();
        }
    }

    private static int turn(String said) {
        Matcher turn = TURN.matcher(said);
        Matcher sure = TURN_SURE.matcher(said);
        boolean believed = turn.find() && sure.find() && Double.parseDouble(sure.group(1)) >= SURE_OF_TURN;
        return believed ? Integer.parseInt(turn.group(1)) / 90 % 4 : 0;
    }

    /// Reads a page in some languages together.
    ///
    /// @param turn by how many quarters it is turned to the right before
    /// @throws NotRecognised when the program did not end well, twice
    public Recognised read(GreyPage page, List<String> packs, int turn) throws NotRecognised {
        GreyPage upright = page.turned(turn);
        Recognised read = read(upright, packs, turn, ONE_COLUMN);
        return read.silent() ? read(upright, packs, turn, ONE_BLOCK) : read;
    }

    private Recognised read(GreyPage upright, List<String> packs, int turn, String layout) throws NotRecognised {
        List<String> how = List.of("-l", String.join("+", packs), "--psm", layout, "tsv");
        try {
            return WordTable.read(run(upright, how), upright, packs, turn);
        } catch (NotRecognised e) {
            if (!Files.isExecutable(tesseract.program())) {
                throw new NotRecognised(NotRecognised.Reason.NOT_STARTED);
            }
            return WordTable.read(run(upright, how), upright, packs, turn);
        }
    }

    private String run(GreyPage page, List<String> how) throws NotRecognised {
        List<String> command = new ArrayList<>(List.of(tesseract.program().toString(), "stdin", "stdout"));
        command.add("--dpi");
        command.add(String.valueOf(Math.clamp(page.dotsPerInch(), 70, 2400)));
        command.addAll(how);
        return new String(new BoundedRun(limits, progress).run(command, page.bitmap()), StandardCharsets.UTF_8);
    }
}
