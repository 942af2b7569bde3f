package org.cairn.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words that mean the same as a text file, as people write them for Solr and others: `kidney, 肾, почка` a line each,
/// what follows a `#` is a remark. In UTF-8; commas may be Arabic or Chinese.
public final class SynonymFile {

    /// Of a file, in bytes.
    public static final int LARGEST = 1 << 25;

    /// Of groups in a file.
    public static final int MOST_GROUPS = 2_000;

    private static final Pattern LINE = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern COMMA = Pattern.compile("[,\u060C\uFF0C\u3001]");
    private static final String ONE_WAY = "=>";

    private SynonymFile() {}

    /// What a file holds.
    ///
    /// @param groups what could be read, in its order
    /// @param faults what could not; where there is one, nothing of the file is to be taken
    public record Read(List<List<String>> groups, List<Fault> faults) {
        public Read {
            groups = groups.stream().map(List::copyOf).toList();
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return "Read";
        }
    }

    /// A line that is none of words that mean the same.
    ///
    /// @param line counted from 1
    /// @param reason as of [SynonymGroup], or `notUtf8`, `oneWay`, `manyGroups`, `largeFile`
    public record Fault(int line, String reason) {}

    /// Reads a file.
    public static Read read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Read(List.of(), List.of(new Fault(1, "largeFile")));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String read = text.flip().toString();
        return result.isError()
                ? new Read(List.of(), List.of(new Fault(LINE.split(read, -1).length, "notUtf8")))
                : read(read);
    }

    /// Reads what somebody typed.
    public static Read read(String text) {
        List<List<String>> groups = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        String[] lines = LINE.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1);
        for (int i = 0; i < lines.length; i++) {
            int remark = lines[i].indexOf('#');
            String line = (remark < 0 ? lines[i] : lines[i].substring(0, remark)).strip();
            if (line.isEmpty()) {
                continue;
            }
            List<String> words = words(line);
            Optional<String> fault = line.contains(ONE_WAY) ? Optional.of("oneWay") : SynonymGroup.fault(words);
            if (fault.isPresent()) {
                faults.add(new Fault(i + 1, fault.get()));
            } else if (groups.size() == MOST_GROUPS) {
                faults.add(new Fault(i + 1, "manyGroups"));
                break;
            } else {
                groups.add(words);
            }
        }
        return new Read(groups, faults);
    }

    /// The words of one line, tidied.
    public static List<String> words(String line) {
        return SynonymGroup.tidied(List.of(COMMA.split(line, -1)));
    }

    /// Groups as a file that is read as the same groups.
    public static String write(List<SynonymGroup> groups) {
        StringBuilder file = new StringBuilder();
        groups.forEach(group -> file.append(group.title()).append('\n'));
        return file.toString();
    }
}
