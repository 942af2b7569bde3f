package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.maxent.io.BinaryGISModelReader;
import opennlp.tools.ml.model.MaxentModel;
import org.apache.tika.langdetect.opennlp.OpenNLPDetector;

/// What runs of up to three letters the languages of the world are made of: the model that comes with Tika.
///
/// Tika reads the model eight bytes at a time and asks it again for every 300 letters. Here it is read through a
/// buffer and asked once.
final class LanguageModel {

    private static final String MODELS = "/opennlp-langdetect-20210413.bin";
    private static final String MODEL = "langdetect.model";
    private static final int BUFFER = 1 << 16;

    private static final int LONGEST_RUN = 3;

    /// More of a text says no more.
    private static final int LOOKED_AT = 1_000;

    private final MaxentModel model;

    private LanguageModel(MaxentModel model) {
        this.model = model;
    }

    /// @param code of the language, as the model has it
    record Score(String code, double score) {}

    static LanguageModel load() throws IOException {
        try (InputStream models = OpenNLPDetector.class.getResourceAsStream(MODELS);
                ZipInputStream zip = new ZipInputStream(new BufferedInputStream(models, BUFFER))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MODEL)) {
                    DataInputStream data = new DataInputStream(new BufferedInputStream(zip, BUFFER));
                    return new LanguageModel(new BinaryGISModelReader(data).getModel());
                }
            }
        }
        throw new IOException("no model of languages");
    }

    /// All languages, the likeliest first.
    List<Score> scores(String text) {
        List<Map.Entry<String, Integer>> runs = List.copyOf(runs(letters(text)).entrySet());
        String[] names = new String[runs.size()];
        float[] counts = new float[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = runs.get(i).getKey();
            counts[i] = runs.get(i).getValue();
        }
        double[] all = model.eval(names, counts);
        List<Score> scores = new ArrayList<>(all.length);
        for (int i = 0; i < all.length; i++) {
            scores.add(new Score(model.getOutcome(i), all[i]));
        }
        scores.sort(Comparator.comparingDouble(Score::score).reversed());
        return scores;
    }

    /// Words in small letters with one gap between them; no addresses, and no letter more than twice in a row.
    static int[] letters(String text) {
        int[] letters = new int[LOOKED_AT];
        int count = 0;
        for (int i = 0; i < text.length() && count < LOOKED_AT; ) {
            int letter = text.codePointAt(i);
            if (beginsWord(text, i)) {
                int end = endOfWord(text, i);
                if (isAddress(text, i, end)) {
                    i = end;
                    continue;
                }
            }
            i += Character.charCount(letter);
            int kept = Character.isAlphabetic(letter) || Character.isIdeographic(letter)
                    ? Character.toLowerCase(letter)
                    : ' ';
            boolean gapAgain = kept == ' ' && (count == 0 || letters[count - 1] == ' ');
            boolean thirdTime = count > 1 && letters[count - 1] == kept && letters[count - 2] == kept;
            if (!gapAgain && !thirdTime) {
                letters[count] = kept;
                count++;
            }
        }
        return Arrays.copyOf(letters, count);
    }

    private static boolean beginsWord(String text, int place) {
        return !Character.isWhitespace(text.charAt(place))
                && (place == 0 || Character.isWhitespace(text.charAt(place - 1)));
    }

    private static int endOfWord(String text, int place) {
        int end = place;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isAddress(String text, int start, int end) {
        int at = text.indexOf('@', start, end);
        int scheme = text.indexOf("://", start, end);
        return at > start || scheme > start;
    }

    private static Map<String, Integer> runs(int[] letters) {
        Map<String, Integer> runs = new HashMap<>();
        for (int start = 0; start < letters.length; start++) {
            int most = Math.min(LONGEST_RUN, letters.length - start);
            for (int length = 1; length <= most; length++) {
                if (length > 1 || letters[start] != ' ') {
                    runs.merge(new String(letters, start, length), 1, Integer::sum);
                }
            }
        }
        return runs;
    }
}
