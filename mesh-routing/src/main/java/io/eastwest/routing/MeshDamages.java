package io.eastwest.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What conditions mean in one mesh, worked out once for each of the last conditions that were asked about. Thread-safe. */
final class MeshDamages {
    private static final int KEPT = 256;

    /** In workloads and addresses. */
    private static final int LIMIT = 200_000;

    private final MeshInventory mesh;
    private final Map<Conditions, Damage> known = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    MeshDamages(MeshInventory mesh) {
        this.mesh = mesh;
    }

    /**
     * {@return the damage}
     *
     * @throws IllegalArgumentException if conditions name what the mesh does not have
     */
    Damage of(Conditions conditions) {
        Damage found = known.get(conditions);
        if (found == null) {
            found = DamageAssessment.of(mesh, conditions);
            if (known.size() >= KEPT || size.addAndGet(found.size()) > LIMIT) {
                size.set(found.size());
                known.clear();
            }
            known.put(conditions, found);
        }
        return found;
    }
}
