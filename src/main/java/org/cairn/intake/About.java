package org.cairn.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tika.metadata.Metadata;

/// What a format says about itself, under the few names that people ask for.
final class About {

    private static final int LONGEST = 500;

    private static final Map<String, String[]> NAMES = Map.ofEntries(
            Map.entry("title", new String[] {"dc:title"}),
            Map.entry("author", new String[] {"dc:creator", "meta:author"}),
            Map.entry("created", new String[] {"dcterms:created", "exif:DateTimeOriginal", "dicom:studyDate"}),
            Map.entry("sent", new String[] {MessageHead.DATE}),
            Map.entry("modified", new String[] {"dcterms:modified"}),
            Map.entry("subject", new String[] {"dc:subject", "subject"}),
            Map.entry("from", new String[] {"Message-From", "Message:From-Email"}),
            Map.entry("to", new String[] {"Message-To"}),
            Map.entry("cc", new String[] {"Message-Cc"}),
            Map.entry("duration", new String[] {"xmpDM:duration"}),
            Map.entry("width", new String[] {"tiff:ImageWidth", "Image Width", "dicom:columns"}),
            Map.entry("height", new String[] {"tiff:ImageLength", "Image Height", "dicom:rows"}),
            Map.entry("orientation", new String[] {"tiff:Orientation"}),
            Map.entry("camera", new String[] {"tiff:Model", "dicom:manufacturer"}),
            Map.entry("latitude", new String[] {"geo:lat"}),
            Map.entry("longitude", new String[] {"geo:long"}),
            Map.entry("encoding", new String[] {"Content-Encoding"}),
            Map.entry("modality", new String[] {"dicom:modality"}),
            Map.entry("bodyPart", new String[] {"dicom:bodyPart"}),
            Map.entry("frames", new String[] {"dicom:frames"}),
            Map.entry("institution", new String[] {"dicom:institution"}),
            Map.entry("chat", new String[] {Chat.KIND}),
            Map.entry("messages", new String[] {Chat.MESSAGES}),
            Map.entry("participants", new String[] {Chat.PARTICIPANTS}),
            Map.entry("firstMessage", new String[] {Chat.FIRST}),
            Map.entry("lastMessage", new String[] {Chat.LAST}),
            Map.entry("program", new String[] {"xmp:CreatorTool", "pdf:producer"}));

    /// The lines of a message's head, under the names that messages themselves use.
    private static final List<String[]> HEADER = List.of(
            new String[] {"From", "Message-From", "Message:From-Email", "dc:creator"},
            new String[] {"To", "Message-To"},
            new String[] {"Cc", "Message-Cc"},
            new String[] {"Bcc", "Message-Bcc"},
            new String[] {"Date", "Message:Raw-Header:Date", "dcterms:created"},
            new String[] {"Subject", "dc:subject", "dc:title"});

    private About() {}

    static List<String> header(Metadata metadata) {
        List<String> lines = new ArrayList<>();
        for (String[] line : HEADER) {
            Arrays.stream(line)
                    .skip(1)
                    .map(key -> CleanText.of(String.join(", ", metadata.getValues(key))))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .ifPresent(value -> lines.add(line[0] + ": " + value.replace('\n', ' ')));
        }
        return lines;
    }

    static Map<String, String> of(Metadata metadata) {
        Map<String, String> told = new TreeMap<>();
        NAMES.forEach((name, keys) -> {
            for (String key : keys) {
                String[] values = metadata.getValues(key);
                if (values.length > 0 && !told.containsKey(name)) {
                    String value = CleanText.of(String.join(", ", values));
                    if (!value.isEmpty()) {
                        told.put(name, value.length() > LONGEST ? CleanText.of(value.substring(0, LONGEST)) : value);
                    }
                }
            }
        });
        LetterLinks.about(metadata, told);
        return told;
    }
}
