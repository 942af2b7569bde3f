package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Office documents that are locked, each of which says [#LINE].
public final class LockedPapers {

    public static final String LINE = "the lantern went out at nine";

    /// An older Word document that says so, packed.
    private static final String WORD =
            "H4sIAAAAAAACA+2ZX0zbVRTHz+0/2zpLKYiTsdF1FZBtUGCbsIGOwljXCe1WHCbqTKEg4NoiZRkmPpgYEx90YfHBFxOnwSfNghpf9qJPvhl5"
                    + "2cPiCz6a+DCNLzyM+r3nd39brbD9WogJ43eaT++fX+8998+5597f7fIvlSuff1P7GxXJCbLSWt5FjoI8ATx6wktkUXlr+Xxez86bsq3krgrl"
                    + "HNowf3Yg5/wx4AQu4AaPg13gCTXfFSo0ZXvLecriM0d+OkUZhLP0NpUiNbCYwvqMlFkz+DujYuovX7/uv0tZ/3IPqNC2AKoEPlAFqsGTbBNE"
                    + "T4Hd4GlV/x6EdSq+D2E98IP9IAAOgCB4BjSARtAEngXN4CA4BA6DFtAKQqANtIMOcAQcBcfAc6ATdIHjvJ8RdYMe8Dx4AZwEvSAM+kA/OAUG"
                    + "wGkQAWdAFJwFL4JBMARiIA7OgfMgAYbBS6qPI9vEPwq00urWbMjhsrBN/KiZxoCcv8GpsdlsLjsx5x/JzqYO92ffvJwez8yxTQwmZF5/dowt"
                    + "QcZbkODnLZ30d9e3bz3cFoV2jChbfLA6N2p5hS1Sk4swzT/zFhnClofg32YpTUm6pOy4LUjNQdEblFYTbqZY1ErnQF90N6UjLlsOnI1YKB61"
                    + "USZic86Bi4gn8fz1SJftge0ZoLV6QRYxwGsoQuPQm6Ip+NY3ePVUUNXiHapenCdHUGCFxKJ2KLdDeR0r1BTVwZbDXlnPEV6Dw6hnnr10GL1J"
                    + "sY/24uNLVQuBGrH2Fj/kFdbqFcIn5EqzwV6nKIdScogr2f4DqDMgurltfWjZDJ5OocYMt82Hmua5bbvQNg8PyDGnkP1+zSkC3LN2EWAvcQZl"
                    + "UtwqmariEprsZd3aQZE9EtzIcafmWfS4o+C3Uizegoy45nn4R6drFoQRMxhGN9JoTg5DNITwCkK5tclpl507inqM2FkCQ5umUZSUxtLRYEx7"
                    + "LwxsShlYLzQZKdSPVk6jzAW6jLYmkJJ1TEjX5CivBtnTnCzfsLnyYUyfcH6E1b+MIZsU6yxZNTt1nBI84e/xUP07Vy/aaGVfz3ZhyiacXWjr"
                    + "6yxaFX6Dk1RyS97d6CwizcSy3r5AK+9/9tdqbNL71TUnHWz87rbU+Y4yMqH2d5fax91qf5b+/WV1Vkmp88qM6ubvd4n2qXhIldPFSHw9+eNL"
                    + "IQb9LozZHd8PhUOjPB28aDJ7KZnpXGfAXLYa6vHcT+996Dmvgr2oUHFHQbxYPuDvq2oFXjXgD+RvqkuY0C+ENso3VKjLr0jPi80b5s0y60hY"
                    + "iUYLDOonoZ1KTXk05WaR/f1fYqHb5uCbYsqOljmaxDHaj6N/ku/P5DE+g/QVxDL8xpbF8VqGSf7O8LvgOJ9LTHkERJ3zTNmRIvT5XzXHYocI"
                    + "3rqsQUoGSV4gihPUHaKTcaJw3EL1S8ut/qWVnv1L1+0BcGDhuj0I2vG8bSFFIfkmSh1INbWTJ/Sg91+ZY7n1861PW/Z4P/4E77+HVm/I+2l7"
                    + "Ud6rpN2z69ct3oJ33Y3yC2Ur///hC6CiO+T1yli1gmoB9fE13QzFaJSmS78SQa+kRhup20aDMn1vAcewd4+XbQ1uaJd6rSXol+3V37TbaBgn"
                    + "g9Gy2+BR+kv5/0e29Xu7FrdTAueTNF+UyrmX97oT927M798ObyRN0K//Z2RUfy34WsVHWFeK+hGOcUu0c5NRqS2j//KeRb93sf9Hc2nj0VmG"
                    + "/gt8btw62cz/j/8AGhndTgAiAAA=";

    private static final String CONTENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
            <office:body><office:text><text:p>%s</text:p></office:text></office:body></office:document-content>
            """;

    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                office:version="1.2"><office:styles/></office:document-styles>
            """;

    private LockedPapers() {}

    /// A newer document in its encrypted shell.
    public static byte[] inShell(byte[] document, String password) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(document);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    /// A newer document that says the line.
    public static byte[] docx(String password) throws IOException, GeneralSecurityException {
        return inShell(Papers.docx(LINE), password);
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] locked(String password, Writing writing) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.to(bytes);
            return bytes.toByteArray();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /// An older workbook of two sheets.
    public static byte[] xls(String password) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Wards").createRow(0).createCell(0).setCellValue("nothing");
            workbook.createSheet("Nights").createRow(3).createCell(1).setCellValue(LINE);
            return locked(password, workbook::write);
        }
    }

    /// An older Word document as it is without a lock.
    public static byte[] openDoc() throws IOException {
        try (InputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(WORD)))) {
            return in.readAllBytes();
        }
    }

    /// The same, locked.
    public static byte[] doc(String password) throws IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(openDoc()))) {
            return locked(password, document::write);
        }
    }

    /// Older slides.
    public static byte[] ppt(String password) throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            show.createSlide().addTitle().setText(LINE);
            return locked(password, show::write);
        }
    }

    /// A text as OpenDocument 1.2 locks it.
    public static byte[] odt(String password) throws IOException, GeneralSecurityException {
        return openDocument(password, true, list -> list);
    }

    /// The same, with another list of parts.
    public static byte[] odt(String password, UnaryOperator<String> list) throws IOException, GeneralSecurityException {
        return openDocument(password, true, list);
    }

    /// The same as OpenDocument 1.1 locked it.
    public static byte[] oldOdt(String password) throws IOException, GeneralSecurityException {
        return openDocument(password, false, list -> list);
    }

    private static byte[] openDocument(String password, boolean aes, UnaryOperator<String> changed)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder list = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                """);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            stored(
                    zip,
                    new ZipEntry("mimetype"),
                    "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("content.xml", "styles.xml")) {
                byte[] plain = (name.equals("content.xml") ? CONTENT.formatted(LINE) : STYLES)
                        .getBytes(StandardCharsets.UTF_8);
                stored(zip, new ZipEntry(name), part(name, plain, password, aes, list));
            }
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write(changed.apply(list.append("</manifest:manifest>").toString())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void stored(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private static byte[] part(String name, byte[] plain, String password, boolean aes, StringBuilder list)
            throws IOException, GeneralSecurityException {
        byte[] packed = packed(plain);
        String hash = aes ? "SHA-256" : "SHA-1";
        byte[] head = Arrays.copyOf(packed, Math.min(packed.length, 1024));
        byte[] sum = MessageDigest.getInstance(hash).digest(head);
        byte[] vector = Arrays.copyOf(sum, aes ? 16 : 8);
        byte[] salt = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 16);
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA1Digest());
        generator.init(MessageDigest.getInstance(hash).digest(password.getBytes(StandardCharsets.UTF_8)), salt, 1_024);
        byte[] key = ((KeyParameter) generator.generateDerivedMacParameters(aes ? 256 : 128)).getKey();
        Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "Blowfish/CFB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, aes ? "AES" : "Blowfish"), new IvParameterSpec(vector));
        list.append("""
                <manifest:file-entry manifest:full-path="%s" manifest:media-type="text/xml" manifest:size="%d">
                <manifest:encryption-data manifest:checksum-type="%s" manifest:checksum="%s">
                <manifest:algorithm manifest:algorithm-name="%s" manifest:initialisation-vector="%s"/>
                <manifest:key-derivation manifest:key-derivation-name="PBKDF2" %smanifest:iteration-count="1024" manifest:salt="%s"/>
                %s</manifest:encryption-data>
                </manifest:file-entry>
                """.formatted(
                        name,
                        plain.length,
                        aes ? "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" : "SHA1/1K",
                        base64(sum),
                        aes ? "http://www.w3.org/2001/04/xmlenc#aes256-cbc" : "Blowfish CFB",
                        base64(vector),
                        aes ? "manifest:key-size=\"32\" " : "",
                        base64(salt),
                        aes
                                ? "<manifest:start-key-generation manifest:start-key-generation-name="
                                        + "\"http://www.w3.org/2000/09/xmldsig#sha256\" manifest:key-size=\"32\"/>"
                                : ""));
        return cipher.doFinal(aes ? filledUp(packed) : packed);
    }

    /// A text as LibreOffice locks it since 24.2: all of its package is one part of another.
    public static byte[] wholeOdt(String password) throws IOException, GeneralSecurityException {
        return inPackage(openOdt(), "application/vnd.oasis.opendocument.text", password, list -> list, part -> part);
    }

    /// A text that is not locked.
    public static byte[] openOdt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            stored(
                    zip,
                    new ZipEntry("mimetype"),
                    "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(CONTENT.formatted(LINE).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("styles.xml"));
            zip.write(STYLES.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                    <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                    <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
                    </manifest:manifest>
                    """.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// A document as LibreOffice locks it since 24.2, with another list of parts, or something done to the locked part.
    public static byte[] inPackage(
            byte[] document,
            String mediaType,
            String password,
            UnaryOperator<String> list,
            UnaryOperator<byte[]> changed)
            throws IOException, GeneralSecurityException {
        byte[] vector = Arrays.copyOf("a vector of its own".getBytes(StandardCharsets.UTF_8), 12);
        byte[] salt = Arrays.copyOf("some salt beside it".getBytes(StandardCharsets.UTF_8), 16);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withIterations(3)
                .withMemoryAsKB(65_536)
                .withParallelism(4)
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(
                MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)), key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, vector));
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(vector);
        part.write(cipher.doFinal(packed(document)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            stored(zip, new ZipEntry("mimetype"), mediaType.getBytes(StandardCharsets.UTF_8));
            stored(zip, new ZipEntry("encrypted-package"), changed.apply(part.toByteArray()));
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write(list.apply("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
                        xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
                        manifest:version="1.3">
                    <manifest:file-entry manifest:full-path="encrypted-package" manifest:media-type="%s" manifest:size="%d">
                    <manifest:encryption-data>
                    <manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm"
                        manifest:initialisation-vector="%s"/>
                    <manifest:start-key-generation manifest:key-size="32"
                        manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256"/>
                    <manifest:key-derivation manifest:key-size="32" manifest:salt="%s"
                        manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id"
                        loext:argon2-iterations="3" loext:argon2-memory="65536" loext:argon2-lanes="4"/>
                    </manifest:encryption-data>
                    </manifest:file-entry>
                    </manifest:manifest>
                    """.formatted(mediaType, document.length, base64(vector), base64(salt)))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] filledUp(byte[] packed) {
        int filled = 16 - packed.length % 16;
        byte[] full = Arrays.copyOf(packed, packed.length + filled);
        full[full.length - 1] = (byte) filled;
        return full;
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
