package org.cairn.bundle.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Rules 2, 5 and 6: the number printed on a page, its label, its text, its shape.
final class NumberRules {

    private static final float SMALLEST_SIDE = 20;

    private NumberRules() {}

    /// The number the first page bears: what its label says, else 1.
    static int first(ReadBack bundle) {
        List<Optional<Integer>> labels = PageLabels.of(bundle);
        return labels.isEmpty()
                ? 1
                : labels.getFirst().filter(label -> label > 0).orElse(1);
    }

    static void check(ReadBack bundle, Verdicts verdicts) throws IOException {
        int first = first(bundle);
        int total = bundle.pages().size();
        List<Integer> unnumbered = new ArrayList<>();
        List<Integer> outside = new ArrayList<>();
        List<Integer> silent = new ArrayList<>();
        StampReader reader = new StampReader();
        for (int i = 0; i < total; i++) {
            StampReader.PageText text = reader.read(bundle, i);
            Optional<StampReader.Stamp> stamp = text.bearing(first + i);
            if (stamp.isEmpty()) {
                unnumbered.add(first + i);
            } else if (!stamp.get().inside()) {
                outside.add(first + i);
            }
            if (!text.speaks()) {
                silent.add(first + i);
            }
        }
        verdicts.rule("2", "numbers", unnumbered, first, first + total - 1);
        labels(bundle, first, verdicts);
        verdicts.met("5", "text", total - silent.size(), silent.size());
        verdicts.rule("6", "stampInside", outside, total);
        boxes(bundle, first, verdicts);
    }

    private static void labels(ReadBack bundle, int first, Verdicts verdicts) {
        List<Integer> wrong = new ArrayList<>();
        List<Optional<Integer>> labels = PageLabels.of(bundle);
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).equals(Optional.of(first + i))) {
                wrong.add(first + i);
            }
        }
        verdicts.rule("2", "labels", wrong, labels.size());
    }

    private static void boxes(ReadBack bundle, int first, Verdicts verdicts) {
        List<Integer> odd = new ArrayList<>();
        for (int i = 0; i < bundle.pages().size(); i++) {
            PDRectangle box = bundle.pages().get(i).getCropBox();
            if (Math.abs(box.getWidth()) <= SMALLEST_SIDE || Math.abs(box.getHeight()) <= SMALLEST_SIDE) {
                odd.add(first + i);
            }
        }
        verdicts.rule("6", "boxes", odd, bundle.pages().size());
    }
}
