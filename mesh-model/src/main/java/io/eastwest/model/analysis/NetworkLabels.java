package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioValues;
import java.util.Optional;

/**
 * Networks of clusters that are said twice: by the label of the namespace of Istio, which counts for workloads without a
 * label of their own, and by the values of the installation, which injected pods get as a label. Upstream has no such check.
 * Mirrors istio 1.30.3 {@code pilot/pkg/serviceregistry/kube/controller/controller.go:Network}.
 */
final class NetworkLabels {
    private static final String SYSTEM = "istio-system";

    private NetworkLabels() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        for (Found<Istio> istio : scope.discovered(Istio.class)) {
            String installed = istio.resource()
                    .spec()
                    .values()
                    .flatMap(IstioValues::global)
                    .flatMap(GlobalValues::network)
                    .orElse("");
            String namespace = istio.resource().spec().namespace().orElse(SYSTEM);
            Optional<Found<Namespace>> holder = scope.namespaceOf(istio.cluster(), namespace);
            String labelled = holder.map(found -> found.labels().getOrDefault(AddedLabels.NETWORK, ""))
                    .orElse("");
            if (!installed.isEmpty() && !labelled.isEmpty() && !installed.equals(labelled)) {
                findings.error(
                        IssueCode.NETWORK_LABEL_CONFLICT,
                        holder.get(),
                        AnalysisPaths.LABELS.field(AddedLabels.NETWORK),
                        "network " + IssueText.quote(labelled) + " is not " + IssueText.quote(installed) + ", which "
                                + istio.key() + " gives injected pods as values.global.network",
                        "give both the same name");
            }
        }
    }
}
