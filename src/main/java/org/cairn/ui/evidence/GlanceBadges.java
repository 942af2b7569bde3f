package org.cairn.ui.evidence;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.cairn.domain.Glance;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/// What a line of a list, or the head of an item, shows of the work on it.
final class GlanceBadges {

    private GlanceBadges() {}

    /// One small mark for each thing that is there to know; none for what is not.
    static List<Node> of(Glance glance, Words words) {
        Messages own = words.of("evidence");
        List<Node> badges = new ArrayList<>();
        if (!glance.reviewers().isEmpty()) {
            String by = own.text(
                    glance.outdated() ? "glance.reviewedBefore" : "glance.reviewed",
                    String.join(words.rightToLeft() ? "، " : ", ", glance.reviewers()));
            badges.add(told(
                    Glyphs.label(
                            glance.outdated() ? Material2AL.HISTORY : Material2AL.CHECK_CIRCLE, "", "glance-review"),
                    by));
        }
        if (!glance.grade().isEmpty()) {
            badges.add(told(Badge.neutral(glance.grade()), words.grade(glance.grade())));
        }
        if (!glance.authenticity().isEmpty()) {
            badges.add(authenticity(glance.authenticity(), words));
        }
        counted(badges, Material2AL.COMMENT, glance.notes(), own.text("glance.notes", glance.notes()), words);
        counted(badges, Material2AL.LINK, glance.relations(), own.text("glance.relations", glance.relations()), words);
        return badges;
    }

    private static Node authenticity(String code, Words words) {
        String said = words.vocabulary("authenticity", code);
        return switch (code) {
            case "DISPUTED" -> Badge.waiting(said);
            case "REFUTED" -> Badge.bad(said);
            case "CORROBORATED", "EXPERT_CONFIRMED" -> Badge.good(said);
            default -> Badge.neutral(said);
        };
    }

    private static void counted(List<Node> badges, Ikon icon, int count, String said, Words words) {
        if (count > 0) {
            badges.add(told(Glyphs.label(icon, words.number(count), "quiet"), said));
        }
    }

    private static Label told(Label label, String said) {
        label.setTooltip(new Tooltip(said));
        label.setAccessibleText(said);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
