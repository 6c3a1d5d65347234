package io.eastwest.routing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What conditions mean in one mesh, worked out once for each of the last conditions that were asked about. Thread-safe. */
final class MeshDamages {
    private static final int KEPT = 256;

    private final MeshInventory mesh;
    private final Map<Conditions, Damage> known = new ConcurrentHashMap<>();

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
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(conditions, found);
        }
        return found;
    }
}
