package io.eastwest.pki.verification;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which clusters can speak mutual TLS with which, and what is missing where they cannot. Workloads of one cluster with
 * each other are a pair too. Immutable.
 *
 * <p>What pods really run with is not seen: certificates of an earlier signer, revocation and clocks are outside.
 *
 * <p>Mirrors istio 1.30.3 pilot/pkg/networking/plugin/authn/util.go:TrustDomainsForValidation for the trust domains.
 */
public final class CrossClusterTrust {
    private final List<TrustMember> members;
    private final List<PairTrust> pairs = new ArrayList<>();
    private final List<TrustFinding> risks = new ArrayList<>();

    private CrossClusterTrust(List<TrustMember> members, Instant at) {
        this.members = List.copyOf(members);
        for (TrustMember client : members) {
            for (TrustMember server : members) {
                pairs.add(pair(client, server, at));
            }
        }
        sharedSubjects();
    }

    /**
     * Checks all pairs.
     *
     * @param members the clusters that have an authority; a remote cluster is covered by its primary
     * @param at the time of the check
     * @return the answer for every ordered pair, in the order of the members
     */
    public static CrossClusterTrust check(List<TrustMember> members, Instant at) {
        return new CrossClusterTrust(members, at);
    }

    /** {@return every ordered pair, a cluster with itself included} */
    public List<PairTrust> pairs() {
        return List.copyOf(pairs);
    }

    /**
     * Picks one pair.
     *
     * @param client the cluster that calls
     * @param server the cluster that answers
     * @return the pair
     * @throws PkiException {@link TrustCode#CLUSTER_UNKNOWN}
     */
    public PairTrust pair(String client, String server) {
        return pairs.stream()
                .filter(pair -> pair.client().equals(client) && pair.server().equals(server))
                .findFirst()
                .orElseThrow(() -> new PkiException(
                        TrustCode.CLUSTER_UNKNOWN,
                        "pair",
                        TrustFinding.quote(client) + " or " + TrustFinding.quote(server)
                                + " is no cluster of this mesh",
                        members.stream().map(TrustMember::cluster).toList() + " are accepted"));
    }

    /** {@return whether every pair authenticates} */
    public boolean holds() {
        return pairs.stream().allMatch(PairTrust::authenticates);
    }

    /** {@return why pairs do not authenticate, then the risks} */
    public List<TrustFinding> findings() {
        List<TrustFinding> all = pairs.stream()
                .flatMap(pair -> pair.findings().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        all.addAll(risks);
        return List.copyOf(all);
    }

    /** {@return a table, a row for each client and a column for each server, then one line for each finding} */
    public String toText() {
        int width = members.stream()
                        .mapToInt(member -> member.cluster().length())
                        .max()
                        .orElse(0)
                + 2;
        StringBuilder text = new StringBuilder(pad("", width));
        members.forEach(member -> text.append(pad(member.cluster(), width)));
        for (TrustMember client : members) {
            text.append('\n').append(pad(client.cluster(), width));
            for (TrustMember server : members) {
                text.append(pad(pair(client.cluster(), server.cluster()).authenticates() ? "yes" : "NO", width));
            }
        }
        findings().forEach(finding -> text.append('\n').append(finding));
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** {@return as {@link #toText()}} */
    @Override
    public String toString() {
        return toText();
    }

    private static PairTrust pair(TrustMember client, TrustMember server, Instant at) {
        ChainVerdict clientAtServer = verdict(client, server, at);
        ChainVerdict serverAtClient = verdict(server, client, at);
        PairTrustBuilder pair = PairTrust.builder().client(client.cluster()).server(server.cluster());
        clientAtServer.failure().ifPresent(failure -> {
            pair.addFindings(refused(client, server, failure));
            missing(client, failure).ifPresent(pair::anchorMissingAtServer);
        });
        serverAtClient.failure().ifPresent(failure -> {
            pair.addFindings(refused(server, client, failure));
            missing(server, failure).ifPresent(pair::anchorMissingAtClient);
        });
        if (!server.acceptedTrustDomains().contains(client.trustDomain())) {
            pair.addFindings(TrustFinding.of(
                    TrustCode.TRUST_DOMAIN_NOT_ACCEPTED,
                    "cluster/" + server.cluster(),
                    "its servers accept " + server.acceptedTrustDomains() + ", not " + client.trustDomain()
                            + " of cluster/" + client.cluster(),
                    server.ambient()
                            ? "ztunnel accepts its own trust domain only"
                            : "add it to meshConfig.trustDomainAliases there"));
        }
        if (clientAtServer.isTrusted() && serverAtClient.isTrusted()) {
            Instant first = clientAtServer.expires().orElseThrow();
            Instant second = serverAtClient.expires().orElseThrow();
            pair.expires(first.isBefore(second) ? first : second);
        }
        return pair.build();
    }

    private static ChainVerdict verdict(TrustMember issuer, TrustMember verifier, Instant at) {
        return ChainVerification.issuedBy(issuer.chain().get(0), issuer.chain(), verifier.effectiveRoots(), at);
    }

    private static TrustFinding refused(TrustMember issuer, TrustMember verifier, TrustFinding failure) {
        String place = "cluster/" + verifier.cluster();
        if (failure.code() == TrustCode.PATH_NO_ANCHOR) {
            return TrustFinding.of(
                    TrustCode.ANCHOR_MISSING,
                    place,
                    "it does not trust the root of cluster/" + issuer.cluster() + ": " + failure.text(),
                    "add that root to root-cert.pem of cluster/" + verifier.cluster());
        }
        return TrustFinding.of(
                TrustCode.ISSUED_NOT_TRUSTED,
                place,
                "it does not trust workloads of cluster/" + issuer.cluster() + " (" + failure.code() + ")",
                failure.place() + ": " + failure.text());
    }

    private static Optional<X509Certificate> missing(TrustMember issuer, TrustFinding failure) {
        return failure.code() == TrustCode.PATH_NO_ANCHOR
                ? Optional.of(issuer.chain().get(issuer.chain().size() - 1))
                : Optional.empty();
    }

    private void sharedSubjects() {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                X509Certificate one = members.get(i).chain().get(0);
                X509Certificate other = members.get(j).chain().get(0);
                if (one.getSubjectX500Principal().equals(other.getSubjectX500Principal()) && !one.equals(other)) {
                    risks.add(TrustFinding.of(
                            TrustCode.SUBJECT_SHARED,
                            "cluster/" + members.get(j).cluster(),
                            "its signer has the subject of that of cluster/"
                                    + members.get(i).cluster(),
                            "put the name of the cluster into L or CN"));
                }
            }
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
