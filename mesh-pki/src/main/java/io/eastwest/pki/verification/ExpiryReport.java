package io.eastwest.pki.verification;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When every single certificate ends. istiod's own metrics know the first root and the first certificate of the chain
 * only. Immutable.
 *
 * @param entries one for each certificate and revocation list, in the order of clusters, files and positions
 */
public record ExpiryReport(List<ExpiryEntry> entries) {
    /**
     * Copies the entries.
     *
     * @param entries one for each certificate and revocation list, in the order of clusters, files and positions
     */
    public ExpiryReport {
        entries = List.copyOf(entries);
    }

    /**
     * Reports on the cacerts of clusters.
     *
     * @param bundles the bundles
     * @param thresholds from when on a life is too short
     * @param at now
     * @return the report
     */
    public static ExpiryReport of(Collection<CaBundle> bundles, ExpiryThresholds thresholds, Instant at) {
        Writer writer = new Writer(thresholds, at);
        for (CaBundle bundle : bundles) {
            String place = "cacerts/" + bundle.cluster() + " ";
            writer.certificates(
                    place + CacertsFiles.CA_CERT, List.of(bundle.signer().certificate()));
            writer.certificates(place + CacertsFiles.CERT_CHAIN, bundle.chain());
            writer.certificates(place + CacertsFiles.ROOT_CERT, bundle.roots().roots());
            writer.revocationLists(place + CacertsFiles.CA_CRL, bundle.revocationLists());
        }
        return new ExpiryReport(writer.entries);
    }

    /**
     * Reports on the certificates of one file.
     *
     * @param file name of the file in the report
     * @param certificates certificates of any kind, workloads included
     * @param thresholds from when on a life is too short
     * @param at now
     * @return the report
     */
    public static ExpiryReport of(
            String file, List<X509Certificate> certificates, ExpiryThresholds thresholds, Instant at) {
        Writer writer = new Writer(thresholds, at);
        writer.certificates(file, certificates);
        return new ExpiryReport(writer.entries);
    }

    /** {@return what is due or over, the most urgent first} */
    public List<ExpiryEntry> due() {
        return entries.stream()
                .filter(entry -> entry.state() != ExpiryEntry.State.IN_TIME)
                .sorted(Comparator.comparing(ExpiryEntry::notAfter))
                .toList();
    }

    /** {@return a finding for each entry that is due or over, the most urgent first} */
    public List<TrustFinding> findings() {
        return due().stream()
                .map(entry -> TrustFinding.of(
                        entry.state() == ExpiryEntry.State.OVER ? TrustCode.EXPIRED : TrustCode.EXPIRES_SOON,
                        entry.file() + "[" + entry.index() + "]",
                        TrustFinding.quote(entry.subject()) + " ends at " + entry.notAfter() + ", left: "
                                + entry.remaining(),
                        "renew it"))
                .toList();
    }

    /** {@return one line for each entry: state, end, days left, file and position, subject} */
    @Override
    public String toString() {
        return entries.stream()
                .map(entry -> entry.state() + " " + entry.notAfter() + " "
                        + entry.remaining().toDays() + "d " + entry.file() + "[" + entry.index() + "] "
                        + entry.role() + " " + entry.subject())
                .collect(Collectors.joining("\n"));
    }

    /** Gathers entries for one moment and one set of thresholds. */
    private static final class Writer {
        private static final int ALL = 100;

        private final ExpiryThresholds thresholds;
        private final Instant at;
        private final List<ExpiryEntry> entries = new ArrayList<>();

        Writer(ExpiryThresholds thresholds, Instant at) {
            this.thresholds = thresholds;
            this.at = at;
        }

        void certificates(String file, List<X509Certificate> certificates) {
            for (int i = 0; i < certificates.size(); i++) {
                X509Certificate certificate = certificates.get(i);
                String subject = certificate.getSubjectX500Principal().getName();
                add(
                        ExpiryEntry.builder()
                                .file(file)
                                .index(i)
                                .role(role(certificate))
                                .subject(
                                        subject.isEmpty()
                                                ? "serial "
                                                        + certificate
                                                                .getSerialNumber()
                                                                .toString(16)
                                                : subject),
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        role(certificate));
            }
        }

        void revocationLists(String file, List<X509CRL> lists) {
            for (int i = 0; i < lists.size(); i++) {
                X509CRL list = lists.get(i);
                if (list.getNextUpdate() != null) {
                    add(
                            ExpiryEntry.builder()
                                    .file(file)
                                    .index(i)
                                    .role(ExpiryEntry.Role.REVOCATION_LIST)
                                    .subject(list.getIssuerX500Principal().getName()),
                            list.getThisUpdate().toInstant(),
                            list.getNextUpdate().toInstant(),
                            ExpiryEntry.Role.REVOCATION_LIST);
                }
            }
        }

        private void add(ExpiryEntryBuilder entry, Instant start, Instant end, ExpiryEntry.Role role) {
            Duration remaining = Duration.between(at, end);
            Duration least = switch (role) {
                case ROOT -> thresholds.root();
                case INTERMEDIATE -> thresholds.intermediate();
                case LEAF, REVOCATION_LIST ->
                    Duration.between(start, end)
                            .multipliedBy(thresholds.shortLivedPercent())
                            .dividedBy(ALL);
            };
            ExpiryEntry.State state = !at.isBefore(end)
                    ? ExpiryEntry.State.OVER
                    : remaining.compareTo(least) < 0 ? ExpiryEntry.State.DUE : ExpiryEntry.State.IN_TIME;
            entries.add(entry.notAfter(end).remaining(remaining).state(state).build());
        }

        private static ExpiryEntry.Role role(X509Certificate certificate) {
            if (certificate.getBasicConstraints() < 0) {
                return ExpiryEntry.Role.LEAF;
            }
            return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                    ? ExpiryEntry.Role.ROOT
                    : ExpiryEntry.Role.INTERMEDIATE;
        }
    }
}
