package org.cairn.sample;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.cairn.sample.Paper.Block;

/// A paper as a word processor's, a spreadsheet's or a slide show's file.
final class OfficeFiles {
    private static final Date DAY = Date.from(Instant.parse("2025-01-01T00:00:00Z"));

    private OfficeFiles() {}

    static byte[] docx(Paper paper) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            describe(document.getProperties(), paper);
            paragraph(
                    document.createHeaderFooterPolicy()
                            .createHeader(XWPFHeaderFooterPolicy.DEFAULT)
                            .createParagraph(),
                    Paper.MARKING,
                    9,
                    true,
                    false);
            paragraph(document.createParagraph(), Paper.MARKING, 9, true, false);
            for (Paper.Sheet sheet : paper.sheets()) {
                for (Block block : sheet.blocks()) {
                    docx(document, block, paper.rightToLeft());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return FixedZip.again(bytes.toByteArray());
        }
    }

    private static void docx(XWPFDocument document, Block block, boolean rightToLeft) {
        switch (block) {
            case Block.Heading heading ->
                paragraph(
                        document.createParagraph(), heading.text(), heading.level() == 1 ? 16 : 13, true, rightToLeft);
            case Block.Words words -> paragraph(document.createParagraph(), words.text(), 11, false, rightToLeft);
            case Block.Table table -> table(document, table.rows(), rightToLeft);
            case Block.Signature unused ->
                paragraph(document.createParagraph(), "____________________", 11, false, rightToLeft);
            case Block.Chart unused -> paragraph(document.createParagraph(), "(chart)", 11, false, rightToLeft);
        }
    }

    private static void paragraph(XWPFParagraph paragraph, String text, int size, boolean bold, boolean rightToLeft) {
        if (rightToLeft) {
            paragraph.getCTP().addNewPPr().addNewBidi();
        }
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        if (rightToLeft) {
            run.getCTR().getRPr().addNewRtl();
        }
    }

    private static void table(XWPFDocument document, List<List<String>> rows, boolean rightToLeft) {
        XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                XWPFParagraph cell =
                        table.getRow(row).getCell(column).getParagraphs().getFirst();
                paragraph(cell, rows.get(row).get(column), 10, row == 0, rightToLeft);
            }
        }
    }

    static byte[] xlsx(Paper paper) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            describe(book.getProperties(), paper);
            XSSFSheet sheet = null;
            for (Block block : paper.sheets().getFirst().blocks()) {
                if (block instanceof Block.Heading heading) {
                    sheet = book.createSheet(heading.text());
                    sheet.createRow(0).createCell(0).setCellValue(Paper.MARKING);
                } else if (block instanceof Block.Table table && sheet != null) {
                    rows(sheet, table.rows());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return FixedZip.again(bytes.toByteArray());
        }
    }

    private static void rows(XSSFSheet sheet, List<List<String>> rows) {
        for (List<String> cells : rows) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < cells.size(); column++) {
                Cell cell = row.createCell(column);
                String text = cells.get(column);
                if (text.matches("\\d+(\\.\\d+)?")) {
                    cell.setCellValue(Double.parseDouble(text));
                } else {
                    cell.setCellValue(text);
                }
            }
        }
        for (int column = 0; column < rows.getFirst().size(); column++) {
            sheet.setColumnWidth(column, 22 * 256);
        }
    }

    /// One slide for each large heading.
    static byte[] pptx(Paper paper) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            describe(show.getProperties(), paper);
            show.setPageSize(new Dimension(960, 540));
            XSLFSlide slide = show.createSlide();
            int y = 40;
            boolean first = true;
            for (Block block : paper.sheets().getFirst().blocks()) {
                if (block instanceof Block.Heading heading) {
                    slide = first ? slide : show.createSlide();
                    first = false;
                    box(slide, Paper.MARKING, 12, 500);
                    box(slide, heading.text(), 32, 40);
                    y = 130;
                } else if (block instanceof Block.Words words) {
                    box(slide, words.text(), 20, y);
                    y += 56;
                } else if (block instanceof Block.Table table) {
                    table(slide, table.rows(), y);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return FixedZip.again(bytes.toByteArray());
        }
    }

    private static void box(XSLFSlide slide, String text, double size, int y) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(60, y, 840, (int) (size * 2)));
        box.clearText();
        XSLFTextRun run = box.addNewTextParagraph().addNewTextRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(size > 24);
    }

    private static void table(XSLFSlide slide, List<List<String>> rows, int y) {
        XSLFTable table = slide.createTable();
        table.setAnchor(new Rectangle(60, y, 700, rows.size() * 40));
        for (List<String> cells : rows) {
            XSLFTableRow row = table.addRow();
            row.setHeight(40);
            for (String cell : cells) {
                row.addCell().setText(cell);
            }
        }
        for (int column = 0; column < rows.getFirst().size(); column++) {
            table.setColumnWidth(column, 700.0 / rows.getFirst().size());
        }
    }

    private static void describe(POIXMLProperties properties, Paper paper) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(paper.title() + " (" + Paper.MARKING + ")");
        core.setCreator("invented");
        core.setCreated(Optional.of(DAY));
        core.setModified(Optional.of(DAY));
    }
}
