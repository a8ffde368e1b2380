package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.event.EventArchive;
import java.time.InstantSource;

/** What the admin API asks of the rest of the gateway. */
public record AdminParts(
    EventArchive archive,
    ConfigReload configReload,
    EffectiveConfig effectiveConfig,
    GroupStandings groupStandings,
    InstantSource clock) {}
