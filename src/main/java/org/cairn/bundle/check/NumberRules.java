package org.cairn.bundle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Rules 2, 5 and 6: the number printed on a page, its label, its text, its shape.
final class NumberRules {

    private static final float SMALLEST_SIDE = 20;

    private final int first;
    private final int total;
    private final List<Integer> mislabelled = new ArrayList<>();
    private final List<Integer> odd = new ArrayList<>();

    /// Remembers what has to be known of the whole; what the pages say is told later.
    NumberRules(ReadBack bundle) {
        this.first = first(bundle);
        this.total = bundle.pages().size();
        labels(bundle);
        boxes(bundle);
    }

    /// The number the first page bears: what its label says, else 1.
    static int first(ReadBack bundle) {
        List<Optional<Integer>> labels = PageLabels.of(bundle);
        return labels.isEmpty()
                ? 1
                : labels.getFirst().filter(label -> label > 0).orElse(1);
    }

    /// @param pages what every page says
    void judge(PageFindings pages, Verdicts verdicts) {
        verdicts.rule("2", "numbers", pages.unnumbered(), first, first + total - 1);
        verdicts.rule("2", "labels", mislabelled, total);
        verdicts.met("5", "text", total - pages.silent().size(), pages.silent().size());
        verdicts.rule("6", "stampInside", pages.outside(), total);
        verdicts.rule("6", "boxes", odd, total);
    }

    private void labels(ReadBack bundle) {
        List<Optional<Integer>> labels = PageLabels.of(bundle);
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).equals(Optional.of(first + i))) {
                mislabelled.add(first + i);
            }
        }
    }

    private void boxes(ReadBack bundle) {
        for (int i = 0; i < total; i++) {
            PDRectangle box = bundle.pages().get(i).getCropBox();
            if (Math.abs(box.getWidth()) <= SMALLEST_SIDE || Math.abs(box.getHeight()) <= SMALLEST_SIDE) {
                odd.add(first + i);
            }
        }
    }
}
