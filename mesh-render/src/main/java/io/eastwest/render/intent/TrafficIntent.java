package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import java.util.List;
import java.util.SortedMap;

/** What calls shall do. Control planes share no configuration, so an intent says what each of them must hold. */
public sealed interface TrafficIntent
        permits BlueGreen,
                Canary,
                DistributeByPercent,
                KeepLocal,
                LockDown,
                MirrorCalls,
                PartitionBySource,
                PreferLocal {
    /**
     * What must be applied.
     *
     * @param mesh the mesh as it is
     * @return resources by name of the cluster whose control plane reads them; clusters without one of their own have none, but
     *     for their Services, nor have those whose control plane does not know the host
     * @throws IllegalArgumentException if the mesh lacks what the intent names
     */
    SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh);

    /**
     * What the manifests must keep.
     *
     * @param mesh the mesh as it is
     * @return promises about calls
     */
    List<Promise> promises(MeshSnapshot mesh);
}
