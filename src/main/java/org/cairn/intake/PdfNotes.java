package org.cairn.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.jspecify.annotations.Nullable;

/// What people wrote onto a page afterwards: notes, and what they filled into its form.
final class PdfNotes {

    private static final int DEEPEST = 32;

    private final Map<COSDictionary, String> filledIn = new HashMap<>();
    private boolean formless = true;
    /// The words of a form that no page shows; they are told with the first.
    private String later = "";

    PdfNotes(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                formless = false;
                form.getFieldTree().forEach(this::filledIn);
                later = form.getXFA() == null ? "" : XfaWords.of(form.getXFA());
            }
        } catch (RuntimeException | StackOverflowError e) {
            // a broken form is still a document with pages
        }
    }

    private void filledIn(PDField field) {
        String value = field.getValueAsString();
        if (value != null && !value.isBlank()) {
            field.getWidgets().forEach(widget -> filledIn.put(widget.getCOSObject(), value));
        }
    }

    /// A form that was lost with the document's root has left its fields on the pages.
    private @Nullable String filledIn(COSDictionary widget) {
        COSDictionary field = widget;
        for (int depth = 0; formless && field != null && depth < DEEPEST; depth++) {
            if (field.getDictionaryObject(COSName.V) instanceof COSString value) {
                return value.getString();
            }
            field = field.getCOSDictionary(COSName.PARENT);
        }
        return filledIn.get(widget);
    }

    /// Each on its own line, the first after a line end; empty where there is nothing.
    String on(PDPage page) {
        StringBuilder notes = new StringBuilder();
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                String words = annotation instanceof PDAnnotationWidget
                        ? filledIn(annotation.getCOSObject())
                        : annotation.getContents();
                if (words != null && !words.isBlank()) {
                    notes.append('\n').append(words);
                }
            }
        } catch (IOException | RuntimeException e) {
            // what could be read of them stands
        }
        if (!later.isEmpty()) {
            notes.append('\n').append(later);
            later = "";
        }
        return notes.toString();
    }
}
