package io.eastwest.render.compare;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.render.install.InstallCode;
import io.eastwest.render.install.InstallFinding;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpec;
import io.eastwest.render.install.InstallSpecBuilder;
import io.eastwest.render.install.RemoteCredential;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The install models beside each other, for one mesh: its clusters, networks and regions stay, its services run where they run, and
 * each model that these admit is rendered, counted and broken. What the mesh says of its present installation is set aside: gateways,
 * control planes and the mesh configuration are those of the model. What that changes, and what is not modelled, is among the notes. The same mesh gives the same comparison. Immutable.
 *
 * <pre>{@code
 * MeshTrust trust = MeshTrust.builder().cluster("east").cluster("west").build();
 * ModelComparison comparison = ModelComparison.of(mesh, trust.bundles());
 * System.out.println(comparison.toText());
 * }</pre>
 */
public final class ModelComparison {
    private final String mesh;
    private final List<ModelAssessment> assessments;
    private final SortedMap<InstallModel, String> obstacles;

    private ModelComparison(MeshSnapshot mesh, List<CaBundle> authorities) {
        this.mesh = mesh.topology().metadata().name();
        UserResources user = new UserResources(mesh);
        ModelTopology clusters = new ModelTopology(mesh.topology());
        List<ModelAssessment> admitted = new ArrayList<>();
        SortedMap<InstallModel, String> refused = new TreeMap<>();
        for (InstallModel model : InstallModel.values()) {
            Optional<String> obstacle = clusters.obstacle(model);
            if (obstacle.isPresent()) {
                refused.put(model, obstacle.get());
                continue;
            }
            try {
                admitted.add(assess(model, clusters.of(model), authorities, user));
            } catch (InvalidResourceException e) {
                refused.put(
                        model,
                        e.issues().stream().map(Issue::message).distinct().collect(Collectors.joining("; ")));
            }
        }
        this.assessments = Collections.unmodifiableList(admitted);
        this.obstacles = Collections.unmodifiableSortedMap(refused);
    }

    /**
     * Compares.
     *
     * @param mesh clusters, with the services, workloads and rules that run in them; a cluster whose {@code install.role} is
     *     {@code host} is free to run an external control plane, and what else it holds is left out
     * @param authorities the cacerts that each cluster would get if it ran an istiod
     * @return the comparison
     */
    public static ModelComparison of(MeshSnapshot mesh, List<CaBundle> authorities) {
        return new ModelComparison(requireNonNull(mesh, "mesh"), requireNonNull(authorities, "authorities"));
    }

    private static ModelAssessment assess(
            InstallModel model, MeshTopology topology, List<CaBundle> authorities, UserResources user) {
        InstallPlan plan = InstallPlan.of(spec(topology, authorities));
        RunningMesh running = new RunningMesh(plan.tree());
        DataPlane dataPlane = model == InstallModel.AMBIENT_SEVERAL_NETWORKS ? DataPlane.ambient : DataPlane.sidecar;
        MeshSnapshot mesh = running.with(user, dataPlane);
        ModelTree tree = new ModelTree(mesh);
        List<String> notes = new ArrayList<>(running.notes());
        FailureImpacts impacts = impacts(MeshRouter.of(mesh), tree, notes);
        return ModelAssessment.builder()
                .model(model)
                .topology(topology)
                .counts(TreeCounts.of(plan.tree(), tree, TreeCounts.Services.of(mesh, user.systemNamespaces())))
                .pairs(impacts.pairs())
                .failures(impacts.all())
                .notes(notes)
                .build();
    }

    private static FailureImpacts impacts(MeshRouter router, ModelTree tree, List<String> notes) {
        try {
            return new FailureImpacts(router.strict(), tree);
        } catch (UnsupportedFeatureException unsupported) {
            notes.add("calls are decided without what is not modelled: " + unsupported.getMessage());
            return new FailureImpacts(router, tree);
        }
    }

    private static InstallSpec spec(MeshTopology topology, List<CaBundle> authorities) {
        InstallSpec without = InstallSpec.of(topology);
        List<String> read = InstallPlan.of(without).findings().stream()
                .filter(finding -> finding.code() == InstallCode.CREDENTIAL_MISSING)
                .map(InstallFinding::cluster)
                .toList();
        InstallSpecBuilder spec = without.toBuilder();
        for (ClusterTopology cluster : topology.spec().clusters()) {
            if (cluster.controlPlaneOrDefault().equals(cluster.name())) {
                authorities.stream()
                        .filter(bundle -> bundle.cluster().equals(cluster.name()))
                        .findFirst()
                        .ifPresent(spec::addAuthority);
            }
            if (read.contains(cluster.name())) {
                String server = cluster.apiServer().orElse("https://" + cluster.name() + ".invalid:6443");
                spec.addCredential(
                        RemoteCredential.token(cluster.name(), server, "", SecretBytes.ofText("not-a-token")));
            }
        }
        return spec.build();
    }

    /** {@return the models that the clusters admit, in the order of the models} */
    public List<ModelAssessment> assessments() {
        return assessments;
    }

    /**
     * Finds a model.
     *
     * @param model the model
     * @return what it costs and keeps; empty: the clusters do not admit it
     */
    public Optional<ModelAssessment> assessment(InstallModel model) {
        return assessments.stream()
                .filter(assessment -> assessment.model() == model)
                .findFirst();
    }

    /** {@return why the clusters do not admit the other models} */
    public SortedMap<InstallModel, String> obstacles() {
        return obstacles;
    }

    /** {@return a table for people, at most 120 characters wide} */
    public String toText() {
        return ComparisonText.of(mesh, this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
