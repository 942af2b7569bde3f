package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.bundle.typeset.Canvas;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Style;
import org.cairn.domain.medical.BodyDrawing;
import org.cairn.domain.medical.BodyMark;
import org.cairn.domain.medical.BodyView;
import org.cairn.domain.medical.Finding;

/// The drawings of the body with a numbered mark for each finding; only the views that bear one.
final class BodyPages {

    private static final Style CAPTION = Style.sans(8, 11).in(Style.Ink.QUIET).aligned(Style.Align.CENTRE);
    private static final Style SIDE = Style.sans(7, 10).in(Style.Ink.QUIET);
    private static final Style NUMBER = Style.sans(6.5f, 8).inBold().in(Style.Ink.ACCENT);
    private static final float CAPTION_ROOM = 30;
    private static final float GAP = 14;
    private static final float STANDING = 268;
    private static final float RADIUS = 5.6f;

    private final MedicalWords words;
    private final List<Finding> findings;
    private final Flow flow;

    BodyPages(MedicalWords words, List<Finding> findings, Flow flow) {
        this.words = words;
        this.findings = findings;
        this.flow = flow;
    }

    /// Sets them; nothing where no finding has a place.
    void set() {
        List<BodyView> used = new ArrayList<>();
        for (BodyView view : BodyView.values()) {
            if (findings.stream().anyMatch(finding -> on(finding, view))) {
                used.add(view);
            }
        }
        if (used.isEmpty()) {
            return;
        }
        flow.room(STANDING + CAPTION_ROOM + 90);
        flow.heading(words.text("report.diagrams"), Looks.SUBHEADING);
        flow.paragraph(words.text("report.diagramsNote"), Looks.NOTE);
        List<BodyDrawing> standing = new ArrayList<>();
        for (BodyView view : used) {
            BodyDrawing drawing = BodyDrawing.of(view);
            if (drawing.height() > drawing.width()) {
                standing.add(drawing);
            } else {
                rows(standing);
                wide(drawing);
            }
        }
        rows(standing);
    }

    private static boolean on(Finding finding, BodyView view) {
        return finding.mark().filter(mark -> mark.view() == view).isPresent();
    }

    /// Standing figures beside one another, as many as a line holds.
    private void rows(List<BodyDrawing> standing) {
        while (!standing.isEmpty()) {
            List<BodyDrawing> row = new ArrayList<>();
            float taken = 0;
            while (!standing.isEmpty() && taken + width(standing.getFirst()) <= flow.width() + 0.5f) {
                taken += width(standing.getFirst()) + GAP;
                row.add(standing.removeFirst());
            }
            float start = (flow.width() - taken + GAP) / 2;
            flow.canvas(STANDING + CAPTION_ROOM, told(row), canvas -> {
                float x = start;
                for (BodyDrawing drawing : row) {
                    float scale = (float) (STANDING / drawing.height());
                    draw(canvas, drawing, x, scale);
                    sides(canvas, drawing, x, width(drawing));
                    caption(canvas, drawing.view(), x + width(drawing) / 2, STANDING + 14);
                    x += width(drawing) + GAP;
                }
            });
        }
    }

    /// Which views are drawn, and the numbers of the findings marked on each.
    private String told(List<BodyDrawing> drawings) {
        return drawings.stream()
                .map(drawing -> words.text("view." + drawing.view().name()) + ": " + marked(drawing.view()))
                .collect(Collectors.joining("; "));
    }

    private String marked(BodyView view) {
        return IntStream.range(0, findings.size())
                .filter(i -> on(findings.get(i), view))
                .mapToObj(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(", "));
    }

    private static float width(BodyDrawing drawing) {
        return (float) (drawing.width() * STANDING / drawing.height());
    }

    private void wide(BodyDrawing drawing) {
        float scale = (float) (flow.width() / drawing.width());
        float height = (float) (drawing.height() * scale);
        flow.canvas(height + CAPTION_ROOM + 6, told(List.of(drawing)), canvas -> {
            draw(canvas, drawing, 0, scale);
            for (int i = 1; i <= BodyDrawing.PARTS; i++) {
                canvas.text(
                        words.text("panel." + drawing.view().name() + "." + i),
                        SIDE,
                        flow.width() * (2 * i - 1) / (2 * BodyDrawing.PARTS),
                        height + 8,
                        way());
            }
            caption(canvas, drawing.view(), flow.width() / 2, height + 22);
        });
    }

    private void caption(Canvas canvas, BodyView view, float middle, float baseline) {
        canvas.text(words.text("view." + view.name()), CAPTION, middle, baseline, way());
    }

    /// Which side is which: the patient's left is the reader's right only where they face one another.
    private void sides(Canvas canvas, BodyDrawing drawing, float x, float width) {
        boolean facing = drawing.view() == BodyView.FRONT;
        if (facing || drawing.view() == BodyView.BACK) {
            String left = words.text("panel.left");
            String right = words.text("panel.right");
            canvas.text(facing ? right : left, SIDE, x + width * 0.1f, 76, way());
            canvas.text(facing ? left : right, SIDE, x + width * 0.9f, 76, way());
        }
    }

    private Direction way() {
        return words.plain().direction();
    }

    private void draw(Canvas canvas, BodyDrawing drawing, float x, float scale) {
        for (BodyDrawing.Stroke stroke : drawing.strokes()) {
            boolean body = stroke.kind() == BodyDrawing.Kind.BODY;
            Style.Ink ink = stroke.kind() == BodyDrawing.Kind.FAINT ? Style.Ink.HAIRLINE : Style.Ink.QUIET;
            canvas.path(stroke.path(), body, ink, body ? 0.7f : 0.45f, x, 0, scale);
        }
        for (int i = 0; i < findings.size(); i++) {
            int number = i + 1;
            findings.get(i)
                    .mark()
                    .filter(mark -> mark.view() == drawing.view())
                    .ifPresent(mark -> mark(canvas, drawing, mark, number, x, scale));
        }
    }

    private static void mark(Canvas canvas, BodyDrawing drawing, BodyMark mark, int number, float x, float scale) {
        canvas.disc(
                x + (float) (mark.x() * drawing.width() * scale),
                (float) (mark.y() * drawing.height() * scale),
                RADIUS,
                Style.Ink.ACCENT,
                String.valueOf(number),
                NUMBER);
    }
}
