package io.eastwest.pki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Asks the openssl of the machine, in one directory. Tests that need it are skipped where it is missing. */
public final class OpenSsl {
    private static final boolean PRESENT = answers();

    private final Path directory;

    private OpenSsl(Path directory) {
        this.directory = directory;
    }

    public static OpenSsl in(Path directory) {
        assumeTrue(PRESENT, "openssl is not on this machine, so its judgement is not asked");
        return new OpenSsl(directory);
    }

    public record Answer(int code, String text) {
        public boolean isOk() {
            return code == 0;
        }
    }

    /** Runs openssl with the words of a command line; no word may hold a blank. */
    public Answer run(String commandLine) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(commandLine.split(" ")));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public OpenSsl write(String name, List<X509Certificate> certificates) {
        return write(name, PemText.encode(certificates));
    }

    public OpenSsl write(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes leaf, chain and key as wl.pem, wl-chain.pem and wl.key. */
    public OpenSsl write(WorkloadCertificate leaf) {
        leaf.key().withPem(pem -> write("wl.key", pem));
        return write("wl.pem", List.of(leaf.certificate()))
                .write("wl-chain.pem", leaf.chain().subList(1, leaf.chain().size()));
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(directory.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean isPresent() {
        return PRESENT;
    }

    private static boolean answers() {
        try {
            Process process = new ProcessBuilder("openssl", "version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
