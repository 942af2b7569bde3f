package org.cairn.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.cairn.intake.TextLanguage;
import org.cairn.ocr.GreyPage;
import org.cairn.ocr.LanguageTrial;
import org.cairn.ocr.Languages;
import org.cairn.ocr.OcrLimits;
import org.cairn.ocr.PageReader;
import org.cairn.ocr.Recognised;
import org.cairn.ocr.Tesseract;
import org.cairn.progress.Progress;

/// Draws an account in each language as a bad scan of 200 dots an inch, has it recognised without saying which language
/// it is in, and prints which was found and how many of its words were read; then pages of two languages.
public final class RecognitionBench {

    private static final int WIDTH = 1_654;
    private static final int MARGIN = 150;
    private static final float LETTERS = 33;
    private static final int DOTS = 200;

    private static final Map<String, String> FONTS = Map.of(
            "ar", "NotoNaskhArabic-Regular.ttf",
            "fa", "NotoNaskhArabic-Regular.ttf",
            "ug", "DejaVuSans.ttf",
            "zh-Hans", "NotoSansSC-Regular.ttf",
            "zh-Hant", "NotoSansSC-Regular.ttf",
            "bo", "NotoSerifTibetan-Regular.ttf");

    private static final List<List<String>> MIXED = List.of(
            List.of("ug", "ar"),
            List.of("ug", "zh-Hans"),
            List.of("fa", "ar"),
            List.of("fr", "en"),
            List.of("tr", "en"),
            List.of("ru", "en"),
            List.of("ar", "fr"));

    private final Tesseract tesseract;

    private RecognitionBench(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    public static void main(String[] arguments) throws Exception {
        Optional<Tesseract> installed = Tesseract.find(Optional.empty());
        if (installed.isEmpty()) {
            System.out.println("tesseract is not installed here");
            return;
        }
        RecognitionBench bench = new RecognitionBench(installed.get());
        Map<String, String> accounts = accounts();
        List<List<String>> pages = new ArrayList<>();
        accounts.keySet().forEach(language -> pages.add(List.of(language)));
        pages.addAll(MIXED);
        for (List<String> page : pages) {
            if (arguments.length == 0 || Arrays.asList(arguments).contains(String.join("+", page))) {
                bench.measure(page, accounts);
            }
        }
    }

    private void measure(List<String> languages, Map<String, String> accounts) throws Exception {
        List<String> texts = languages.stream()
                .map(language -> languages.size() == 1 ? accounts.get(language) : half(accounts.get(language)))
                .toList();
        GreyPage page = page(languages, texts);
        PageReader reader = new PageReader(tesseract, OcrLimits.DEFAULT, Progress.none());
        long since = System.nanoTime();
        Recognised read = new LanguageTrial(
                        reader, List.of(), Languages.installed(tesseract.packs()), new TextLanguage()::of)
                .read(page);
        long took = (System.nanoTime() - since) / 1_000_000;
        StringBuilder shares = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            shares.append(" %s %.2f".formatted(languages.get(i), share(texts.get(i), read.text())));
        }
        System.out.printf(
                "%-12s read as %-14s conf %d  words%s  %d ms%n",
                String.join("+", languages), String.join("+", read.packs()), read.confidence(), shares, took);
    }

    private static String half(String text) {
        int middle = text.length() / 2;
        int end = text.indexOf(' ', middle);
        return end < 0 ? text.substring(0, middle) : text.substring(0, end);
    }

    /// The part of the words of a text that were read, counted as often as they are there; signs in Chinese.
    private static double share(String wanted, String read) {
        Map<String, Integer> found = new HashMap<>();
        words(read).forEach(word -> found.merge(word, 1, Integer::sum));
        List<String> all = words(wanted);
        long there = all.stream()
                .filter(word -> found.merge(word, -1, Integer::sum) >= 0)
                .count();
        return (double) there / all.size();
    }

    private static List<String> words(String text) {
        String apart = text.replaceAll("(\\p{IsHan})", " $1 ").replace('་', ' ');
        return Arrays.stream(apart.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, String> accounts() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RecognitionBench.class.getResourceAsStream("/ocr/accounts.txt"), "accounts.txt")) {
            Map<String, String> accounts = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .forEach(cells -> accounts.put(cells[0], cells[1]));
            return accounts;
        }
    }

    private static GreyPage page(List<String> languages, List<String> texts) throws Exception {
        BufferedImage sheet = new BufferedImage(WIDTH, 2_339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(240, 240, 240));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(40, 40, 40));
        pen.rotate(0.004, WIDTH / 2.0, 1_000);
        float down = MARGIN;
        for (int i = 0; i < texts.size(); i++) {
            down = write(pen, font(languages.get(i)), texts.get(i), down) + 40;
        }
        pen.dispose();
        Random noise = new Random(7);
        int height = Math.min(sheet.getHeight(), Math.round(down) + MARGIN); // an empty foot is only noise
        int[] dots = sheet.getRGB(0, 0, WIDTH, height, null, 0, WIDTH);
        for (int i = 0; i < dots.length; i++) {
            int grey = Math.clamp((dots[i] & 0xff) + Math.round(noise.nextGaussian() * 12), 0, 255);
            grey = noise.nextInt(4_000) == 0 ? noise.nextInt(256) : grey;
            dots[i] = 0xff000000 | grey << 16 | grey << 8 | grey;
        }
        return GreyPage.of(WIDTH, height, dots, DOTS).dusted();
    }

    private static float write(Graphics2D pen, Font font, String text, float from) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer lines = new LineBreakMeasurer(attributed.getIterator(), pen.getFontRenderContext());
        float down = from;
        while (lines.getPosition() < text.length()) {
            TextLayout line = lines.nextLayout(WIDTH - 2f * MARGIN);
            down += line.getAscent();
            line.draw(pen, line.isLeftToRight() ? MARGIN : WIDTH - MARGIN - line.getAdvance(), down);
            down += line.getDescent() + 14;
        }
        return down;
    }

    private static Font font(String language) throws Exception {
        String name = FONTS.getOrDefault(language, "NotoSerif-Regular.ttf");
        try (InputStream file =
                Objects.requireNonNull(RecognitionBench.class.getResourceAsStream("/fonts/" + name), name)) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(LETTERS);
        }
    }
}
