package org.cairn.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.ArchiveException;

/// Text that is given in a file or on standard input: in UTF-8, or refused, since a letter that was not understood may
/// be one of somebody's name.
final class GivenText {

    /// What stands for standard input.
    static final String INPUT = "-";

    private static final String MARK = "\uFEFF";

    private GivenText() {}

    /// All of it.
    ///
    /// @param file where it is; `-` for standard input
    static String all(String file) {
        return read(file, BufferedReader::readAllAsString);
    }

    /// The words of a list, one to a line: empty where a line says none, so that a place in the list stays its line.
    ///
    /// The mark that some editors put before the first letter is no letter of the first word.
    static List<String> words(String file) {
        String text = all(file);
        String plain = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        return plain.lines().map(String::strip).toList();
    }

    /// The first line of it, such as a passphrase.
    static char[] firstLine(String file) {
        return read(file, lines -> {
            String line = lines.readLine();
            return line == null ? new char[0] : line.toCharArray();
        });
    }

    private static <T> T read(String file, Reading<T> reading) {
        try (InputStream in = file.equals(INPUT) ? System.in : Files.newInputStream(Path.of(file));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            return reading.of(lines);
        } catch (CharacterCodingException e) {
            throw new ArchiveException.InvalidInput(file, "notUtf8");
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// What is read of it.
    private interface Reading<T> {
        T of(BufferedReader lines) throws IOException;
    }
}
