package io.eastwest.render.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.TrafficIntent;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Trees that are proven, and trees that somebody changed. */
final class ProofTrees {
    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private ProofTrees() {}

    static Proven proven(MeshSnapshot mesh, TrafficIntent... intents) {
        return IntentProof.of(mesh, AT, List.of(intents)).orThrow();
    }

    /** {@return what is found of a mesh that shall keep what an intent promises} */
    static List<String> refuted(MeshSnapshot mesh, IntentManifests promised) {
        ProofResult result = IntentProof.check(MeshTree.of(mesh), AT, promised.promises());
        assertThat(result).isInstanceOf(Refuted.class);
        return ((Refuted) result)
                .findings().stream().map(ProofFinding::toString).toList();
    }

    /** {@return the mesh of an intent without an object of a cluster} */
    static MeshSnapshot without(IntentManifests manifests, String cluster, ResourceKey key) {
        assertThat(manifests.snapshot().find(cluster, key)).isPresent();
        return manifests.snapshot().toBuilder().remove(cluster, key).build();
    }

    /** {@return the mesh of an intent with another object in place of one of a cluster} */
    static MeshSnapshot changed(
            IntentManifests manifests, String cluster, ResourceKey key, UnaryOperator<MeshResource> change) {
        MeshResource resource =
                manifests.snapshot().find(cluster, key).orElseThrow().resource();
        return manifests.snapshot().toBuilder()
                .put(cluster, change.apply(resource))
                .build();
    }

    /** {@return proven calls of a state as text} */
    static List<String> calls(Proven proof, String state) {
        return proof.calls().stream()
                .filter(call -> call.state().equals(state))
                .map(ProvenCall::toString)
                .toList();
    }
}
