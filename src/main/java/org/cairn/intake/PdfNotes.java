package org.cairn.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/// What people wrote onto a page afterwards: notes, and what they filled into its form.
final class PdfNotes {

    private final Map<COSDictionary, String> filledIn = new HashMap<>();

    PdfNotes(PDDocument document) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                form.getFieldTree().forEach(this::filledIn);
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

    /// Each on its own line, the first after a line end; empty where there is nothing.
    String on(PDPage page) {
        StringBuilder notes = new StringBuilder();
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                String words = annotation instanceof PDAnnotationWidget
                        ? filledIn.get(annotation.getCOSObject())
                        : annotation.getContents();
                if (words != null && !words.isBlank()) {
                    notes.append('\n').append(words);
                }
            }
        } catch (IOException | RuntimeException e) {
            // what could be read of them stands
        }
        return notes.toString();
    }
}
