package org.cairn.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.outside.Programs;
import org.cairn.progress.Progress;

/// A program that decodes pictures of telephones and cameras, HEIC and AVIF, as it is installed on this machine.
///
/// @param program where it is
/// @param kind how it is spoken to
public record PictureDecoder(Path program, Kind kind) {

    /// A picture of fifty million dots takes ten seconds, and thirty million bytes.
    public static final ConversionLimits LIMITS =
            new ConversionLimits(Duration.ofSeconds(60), 4096, 256L << 20, 256L << 20);

    private static final String MADE = "picture.png";
    /// So it calls the first where a file holds several.
    private static final String FIRST_MADE = "picture-1.png";

    /// The programs that are known, the one that knows more of them first.
    public enum Kind {
        HEIF_DEC("heif-dec"),
        HEIF_CONVERT("heif-convert"),
        FFMPEG("ffmpeg");

        private final String file;

        Kind(String file) {
            this.file = file;
        }
    }

    /// Opens the bytes again for each try.
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /// Whether pictures of a media type are decoded so.
    public static boolean decodes(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.startsWith("image/hei") || type.equals("image/avif");
    }

    /// Every one that is installed, in the order in which they are tried.
    public static List<PictureDecoder> installed() {
        List<PictureDecoder> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Programs.named(kind.file, Optional.empty(), List.of()).stream()
                    .limit(1)
                    .map(program -> new PictureDecoder(program, kind))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /// As it is named to people.
    public String name() {
        return kind.file;
    }

    /// Decodes a picture with the first program that can.
    ///
    /// @return a PNG, to be closed by the caller
    /// @throws NotConverted when none can within the limits, and why the last could not
    /// @throws IOException when the picture itself fails
    public static Converted decode(
            List<PictureDecoder> decoders, Bytes picture, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        NotConverted why = new NotConverted(Reason.NOT_STARTED);
        for (PictureDecoder decoder : decoders) {
            try (InputStream bytes = picture.open()) {
                return decoder.decoded(bytes, limits, progress);
            } catch (NotConverted e) {
                if (e.reason() != Reason.CRASHED && e.reason() != Reason.NOT_STARTED) {
                    throw e; // another would need as much
                }
                why = e;
            }
        }
        throw why;
    }

    private Converted decoded(InputStream bytes, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        return new Conversion(limits, progress)
                .run(bytes, "picture.heif", List.of(MADE, FIRST_MADE), folder -> command("picture.heif"));
    }

    /// Only one format is believed to be in the file, whatever it says: a list of other files is none.
    private List<String> command(String given) {
        return switch (kind) {
            case HEIF_DEC, HEIF_CONVERT -> List.of(program.toString(), given, MADE);
            case FFMPEG ->
                List.of(
                        program.toString(),
                        "-nostdin",
                        "-hide_banner",
                        "-loglevel",
                        "quiet",
                        "-threads",
                        "1",
                        "-protocol_whitelist",
                        "file",
                        "-f",
                        "mov",
                        "-i",
                        given,
                        "-frames:v",
                        "1",
                        "-y",
                        MADE);
        };
    }
}
