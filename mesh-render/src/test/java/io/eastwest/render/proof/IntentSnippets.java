package io.eastwest.render.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.BlueGreen;
import io.eastwest.render.intent.Canary;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.LockDown;
import io.eastwest.render.intent.LockDown.Measure;
import io.eastwest.render.intent.MirrorCalls;
import io.eastwest.routing.question.MeshFailure.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/intents.md}. */
class IntentSnippets {
    private final MeshSnapshot mesh = IntentMeshes.withNewVersion();
    private final Instant at = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void steps(@TempDir Path folder) {
        Canary tenth = Canary.version("backend.shop.svc.cluster.local", "v1", "v2")
                .at(10)
                .optIn("x-version", "v2");

        Proven proof = IntentProof.of(mesh, at, List.of(tenth)).orThrow();
        proof.tree().writeTo(folder);

        MeshTree half = IntentProof.of(proof.tree(), at, List.of(tenth.at(50)), List.of())
                .orThrow()
                .tree();
        MeshTree whole = IntentProof.of(half, at, List.of(tenth.at(100)), List.of())
                .orThrow()
                .tree();

        assertThat(MeshSnapshot.read(folder).orThrow()).isEqualTo(proof.tree().snapshot());
        assertThat(whole.files()).containsOnlyKeys(half.files().keySet()).isNotEqualTo(half.files());
    }

    @Test
    void otherIntents() {
        BlueGreen first =
                BlueGreen.clusters("backend.shop.svc.cluster.local", "c1", "c2").testHeader("x-color");
        BlueGreen second = first.switched();
        MirrorCalls copies = MirrorCalls.version("backend.shop.svc.cluster.local", "v1", "v2")
                .at(15);
        LockDown closed = LockDown.of("backend.shop.svc.cluster.local")
                .namespaces("shop")
                .accounts("common/catalog")
                .by(Measure.POLICY, Measure.EXPORT);

        assertThat(IntentManifests.of(mesh, List.of(first, closed)).resources())
                .isNotEqualTo(IntentManifests.of(mesh, List.of(second, closed)).resources());
        assertThat(IntentManifests.of(mesh, List.of(copies, closed)).promises()).hasSize(2);
    }

    @Test
    void dependencies() {
        Proven proof = new Proven(MeshTree.of(mesh), List.of(), List.of());

        DependencyCheck check = DependencyCheck.of(proof.tree(), Kind.CLUSTER, Kind.GATEWAYS);
        String path = check.files().get(0);
        List<Dependent> losing = check.dependents(path); // who loses calls without it
        List<Dependent> changed = check.changes(path); // whose calls end in any other way

        assertThat(changed).containsAll(losing);
    }
}
