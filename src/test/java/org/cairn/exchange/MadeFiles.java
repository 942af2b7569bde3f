package org.cairn.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Files as other tools write them, made up for tests: invented people and places only.
public final class MadeFiles {

    /// A form file of the archive's own.
    public static final String FORM_FILE = """
            {
              "id": "our-questions", "version": "1", "language": "en",
              "titles": {"en": "Our questions", "fr": "Nos questions"},
              "extendsKind": "TESTIMONY",
              "fields": [
                {"name": "held", "type": "YES_NO", "label": {"en": "Were you held?", "ar": "هل احتُجزت؟"}, "required": true},
                {"name": "days", "type": "INTEGER", "label": {"en": "For how many days?"},
                 "shownIf": "${held} = 'yes'", "constraint": ". >= 0"},
                {"name": "cellmates", "type": "REPEAT", "label": {"en": "Held together with"}, "fields": [
                  {"name": "who", "type": "TEXT", "label": {"en": "Who"}, "namesPerson": true}]},
                {"name": "transport", "type": "CHOICE", "label": {"en": "Taken there by"}, "list": "transport", "other": true}
              ],
              "lists": {"transport": [{"code": "van", "label": {"en": "Van", "fr": "Fourgon"}}]}
            }
            """;

    private MadeFiles() {}

    /// A Martus export of one bulletin that is right and one with two faults.
    public static String bulletins() {
        return "<MartusBulletins>" + bulletin("", "", "Marisol Quillfeather") + bulletin("""
                <Field type='STRING'><Tag>twice</Tag><Label>A</Label></Field>
                <Field type='STRING'><Tag>twice</Tag><Label>B</Label></Field>
                <Field type='SHAPE'><Tag>shape</Tag><Label>C</Label></Field>
                """, "", "")
                + "</MartusBulletins>";
    }

    /// A bulletin with more fields and values than every bulletin has.
    public static String bulletin(String fields, String values, String who) {
        return """
                <MartusBulletin><MainFieldSpecs>
                <Field type='LANGUAGE'><Tag>language</Tag><Label></Label></Field>
                <Field type='STRING'><Tag>author</Tag><Label></Label></Field>
                <Field type='STRING'><Tag>title</Tag><Label></Label></Field>
                <Field type='DATERANGE'><Tag>eventdate</Tag><Label></Label></Field>
                <Field type='DATE'><Tag>entrydate</Tag><Label></Label></Field>
                <Field type='MULTILINE'><Tag>summary</Tag><Label></Label></Field>
                <Field type='STRING'><Tag>IntervieweeName</Tag><Label>Interviewee Name</Label></Field>
                %s
                </MainFieldSpecs><PrivateFieldSpecs>
                <Field type='MULTILINE'><Tag>privateinfo</Tag><Label></Label></Field>
                </PrivateFieldSpecs><FieldValues>
                <Field tag='language'><Value>en</Value></Field>
                <Field tag='author'><Value>interviewer 4</Value></Field>
                <Field tag='title'><Value>The night at the kiln</Value></Field>
                <Field tag='eventdate'><Value>Range:1998-01-01,1998-12-31</Value></Field>
                <Field tag='entrydate'><Value>Simple:2005-11-01</Value></Field>
                <Field tag='summary'><Value>They came with lanterns.

                Then they left.</Value></Field>
                <Field tag='IntervieweeName'><Value>%s</Value></Field>
                <Field tag='privateinfo'><Value>Ask the ferryman Osric.</Value></Field>
                %s
                </FieldValues></MartusBulletin>
                """.formatted(fields, who, values);
    }

    /// An ODK submission.
    public static String submission(String id, String instance, String inner) {
        return "<?xml version='1.0'?><data id='" + id + "' version='3'>" + inner + "<meta><instanceID>" + instance
                + "</instanceID></meta></data>";
    }

    /// A spreadsheet: sheets by name, each a list of rows, the first with its headings.
    public static byte[] workbook(Map<String, List<List<String>>> sheets) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheets.forEach((name, rows) -> {
                Sheet sheet = book.createSheet(name);
                for (int i = 0; i < rows.size(); i++) {
                    Row row = sheet.createRow(i);
                    for (int j = 0; j < rows.get(i).size(); j++) {
                        row.createCell(j).setCellValue(rows.get(i).get(j));
                    }
                }
            });
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
