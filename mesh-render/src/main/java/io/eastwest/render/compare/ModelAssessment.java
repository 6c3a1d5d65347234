package io.eastwest.render.compare;

import io.eastwest.model.topology.MeshTopology;
import io.eastwest.render.style.RenderValue;
import io.eastwest.routing.question.MeshFailure;
import java.util.List;
import org.immutables.value.Value;

/** What an install model costs a mesh, and what it keeps when something fails. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface ModelAssessment {
    /** {@return the install model} */
    InstallModel model();

    /** {@return the clusters as the model arranges them, which {@code InstallPlan} takes} */
    MeshTopology topology();

    /** {@return what the installation consists of} */
    ModelCounts counts();

    /** {@return how many pairs of a calling place and a service there are} */
    int pairs();

    /**
     * {@return what each single failure does: clusters in the order of the mesh, gateways of networks, links, control planes, gateways
     * that lead only to control planes}
     */
    List<FailureImpact> failures();

    /** {@return what is not the same as in the mesh that was given, one line each} */
    List<String> notes();

    /** {@return failures that take all calls from a pair although endpoints are up elsewhere} */
    default List<FailureImpact> singlePointsOfFailure() {
        return failures().stream().filter(FailureImpact::isSinglePointOfFailure).toList();
    }

    /** {@return whether the loss of one cluster leaves another without a control plane} */
    default boolean hasControlPlaneSpof() {
        return failures().stream()
                .anyMatch(impact -> impact.failure().kind() == MeshFailure.Kind.CLUSTER
                        && !impact.frozen().isEmpty());
    }

    /** {@return an empty builder} */
    static ModelAssessmentBuilder builder() {
        return new ModelAssessmentBuilder();
    }
}
