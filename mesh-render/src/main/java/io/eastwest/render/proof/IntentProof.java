package io.eastwest.render.proof;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.Promise;
import io.eastwest.render.intent.TrafficIntent;
import io.eastwest.render.lint.InvariantFinding;
import io.eastwest.render.lint.MeshInvariants;
import io.eastwest.routing.MeshRouter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves files before anybody applies them: they are valid, the clusters keep the rules that they must keep together, and
 * calls end as promised, healthy and with each single pod, zone, region, cluster, gateway, link and all endpoints of a service
 * in a cluster failing. One workload of each cluster and locality calls, the first by namespace and name. Pure and thread-safe.
 */
public final class IntentProof {
    private IntentProof() {}

    /**
     * Renders intents and proves what they promise.
     *
     * @param mesh the mesh as it is, with services and workloads
     * @param at when certificates must be valid
     * @param intents what calls shall do
     * @return the files with the calls that prove them, else what is wrong with them
     * @throws IllegalArgumentException if the mesh lacks what an intent names, or intents exclude each other
     * @throws InvalidResourceException if the mesh cannot be written as files
     */
    public static ProofResult of(MeshSnapshot mesh, Instant at, List<TrafficIntent> intents) {
        IntentManifests manifests = IntentManifests.of(mesh, intents);
        return check(manifests.tree(), at, manifests.promises());
    }

    /**
     * Adds intents to files that are there already and proves what they promise. Whatever else these files say counts: a policy, a
     * Sidecar or a rule that breaks a promise refutes it. They stay as they are, but for objects that an intent has to change.
     *
     * @param tree the files that are there, with services and workloads; also an earlier step of the same intent
     * @param at when certificates must be valid
     * @param intents what calls shall do
     * @param kept what these files keep already, and must keep with the intents
     * @return all files with the calls that prove them, else what is wrong with them
     * @throws IllegalArgumentException if the files lack what an intent names, intents exclude each other, or an intent excludes what
     *     the files say
     */
    public static ProofResult of(MeshTree tree, Instant at, List<TrafficIntent> intents, List<Promise> kept) {
        IntentManifests manifests = IntentManifests.of(tree.snapshot(), intents);
        List<Promise> promises = new ArrayList<>(kept);
        promises.addAll(manifests.promises());
        return check(manifests.tree(), at, promises);
    }

    /**
     * Proves promises of files, whoever wrote them.
     *
     * @param tree the files
     * @param at when certificates must be valid
     * @param promises what they must keep; none: the files only must be valid and keep the rules of their clusters
     * @return the files with the calls that prove them, else what is wrong with them
     */
    public static ProofResult check(MeshTree tree, Instant at, List<Promise> promises) {
        requireNonNull(at, "at");
        MeshSnapshot mesh = tree.snapshot();
        List<ProofFinding> findings = new ArrayList<>();
        List<ProofFinding> doubts = new ArrayList<>();
        Set<Issue> issues = new LinkedHashSet<>(MeshValidation.check(mesh));
        issues.addAll(MeshAnalysis.check(mesh));
        for (Issue issue : issues) {
            sort(issue.severity(), new ProofFinding(ProofFinding.Kind.ISSUE, "", issue.toString()), findings, doubts);
        }
        for (InvariantFinding finding : MeshInvariants.check(mesh, at)) {
            ProofFinding broken = new ProofFinding(ProofFinding.Kind.INVARIANT, "", finding.line());
            sort(finding.severity(), broken, findings, doubts);
        }
        List<ProvenCall> calls = new ArrayList<>();
        try {
            ProofCalls asked = new ProofCalls(MeshRouter.of(mesh).strict());
            asked.ask(promises);
            calls.addAll(asked.proven());
            findings.addAll(asked.findings());
        } catch (UnsupportedFeatureException unsupported) {
            findings.add(
                    new ProofFinding(ProofFinding.Kind.NOT_MODELLED, "", String.valueOf(unsupported.getMessage())));
        }
        return findings.isEmpty() ? new Proven(tree, calls, doubts) : new Refuted(findings);
    }

    private static void sort(
            Severity severity, ProofFinding finding, List<ProofFinding> findings, List<ProofFinding> doubts) {
        if (severity == Severity.ERROR) {
            findings.add(finding);
        } else {
            doubts.add(finding);
        }
    }
}
