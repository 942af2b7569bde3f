package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.cairn.domain.LanguageTag;
import org.jspecify.annotations.Nullable;

/// What a table is in the structure: rows under the names of columns, labels with what they stand for, or a list; a
/// grid of places to fill in is no table, and its cells are paragraphs.
final class TableTags {

    private final Flow flow;
    private final Table table;
    private final Element whole;
    private final int leading;

    TableTags(Flow flow, Table table) {
        this.flow = flow;
        this.table = table;
        this.leading = widest();
        this.whole = whole();
    }

    private Element whole() {
        if (table.rows().isEmpty() && table.head().isEmpty()) {
            return new Element("Div", null);
        }
        if (table.listed()) {
            return flow.part().element().add("L", flow.language());
        }
        boolean grid = table.head().isEmpty() && !table.labelled();
        return flow.part().element().add(grid ? "Div" : "Table", flow.language());
    }

    private int widest() {
        int widest = 0;
        for (int i = 1; i < table.columns().size(); i++) {
            if (table.columns().get(i).share() > table.columns().get(widest).share()) {
                widest = i;
            }
        }
        return widest;
    }

    /// The column whose words lead on, where a row does.
    int leading() {
        return leading;
    }

    List<Element> head() {
        Element row = whole.add("TR");
        List<Element> cells = new ArrayList<>();
        for (int i = 0; i < table.head().size(); i++) {
            Element cell = row.add("TH");
            cell.attribute("Table", "Scope", COSName.getPDFName("Column"));
            cells.add(cell);
        }
        return cells;
    }

    List<Element> row(Table.Row row) {
        List<Element> cells = new ArrayList<>();
        boolean tabular = whole.type().equals("Table");
        Element holds = tabular ? whole.add("TR") : table.listed() ? whole.add("LI") : whole;
        for (int i = 0; i < table.columns().size(); i++) {
            Element cell = holds.add(type(i, tabular), language(i));
            if (tabular && i == 0 && table.labelled()) {
                cell.attribute("Table", "Scope", COSName.getPDFName("Row"));
            }
            cells.add(row.link().isPresent() && i == leading ? cell.add("Link") : cell);
        }
        return cells;
    }

    private String type(int column, boolean tabular) {
        if (tabular) {
            return column == 0 && table.labelled() ? "TH" : "TD";
        }
        if (table.listed()) {
            return column == 0 ? "Lbl" : "LBody";
        }
        return "P";
    }

    private @Nullable String language(int column) {
        return table.columns()
                .get(column)
                .language()
                .map(LanguageTag::tag)
                .flatMap(Tongue::tag)
                .orElse(flow.language());
    }
}
