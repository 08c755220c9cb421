#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Judges a run by the ledgers of the two simulated ends alone: P1, P2 and P18 of the promises.

It shares no code with the bridge, reads no table of the bridge, and knows nothing but what the EHR
and the pump gateway wrote down. The ledgers are those of bridge/simulate/ledger.h: JSON lines.
"""

import argparse
import json
import sys
from datetime import datetime, timedelta, timezone

POSITIVE = ("AA", "CA")
UNKNOWN_FATE = "9015"  # IHE PIV: "Request timed out"; the bridge's way to say that it does not know
RUNNING, PAUSED, COMPLETE, STOPPED, NOT_GIVEN = "running", "paused", "CP", "PA", "NA"


class Verdict:
    """Figures and what speaks against them."""

    def __init__(self):
        self.acked = 0
        self.lost = []
        self.programs = 0
        self.doubled = []
        self.refused = 0
        self.unknown = 0
        self.events = 0
        self.charted = 0
        self.missing = []
        self.charted_twice = []
        self.other = []

    def violations(self):
        return self.lost + self.doubled + self.missing + self.charted_twice + self.other

    def proves_something(self):
        return self.acked > 0 and self.programs > 0 and self.charted > 0


def read_ledger(path):
    """The lines of a ledger; one that is torn or out of count is a fault of the oracle itself."""
    lines = []
    with open(path, encoding="utf-8") as ledger:
        for number, text in enumerate(ledger, 1):
            try:
                line = json.loads(text)
            except json.JSONDecodeError as why:
                raise ValueError(f"{path} line {number} is no JSON: {why}") from why
            if not text.endswith("\n"):
                raise ValueError(f"{path} line {number} is torn")
            lines.append(line)
    counts = [line["n"] for line in lines]
    for before, after in zip(counts, counts[1:]):
        if after not in (before + 1, 1):  # 1: the end was started again
            raise ValueError(f"{path}: line n={after} follows n={before}")
    return lines


def of_kind(lines, what):
    return [line for line in lines if line["what"] == what]


def utc(text):
    """RFC 3339 as ledgers write it."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)


def hl7_time(text):
    """HL7 DTM with offset, as a chart has it; milliseconds when it has them."""
    offset = text[-5:]
    if len(text) < 6 or offset[0] not in "+-":
        return None
    stamp = text[:-5]
    form = "%Y%m%d%H%M%S.%f" if "." in stamp else "%Y%m%d%H%M%S"
    try:
        local = datetime.strptime(stamp, form)
    except ValueError:
        return None
    minutes = int(offset[1:3]) * 60 + int(offset[3:5])
    east = timedelta(minutes=minutes if offset[0] == "+" else -minutes)
    return (local - east).replace(tzinfo=timezone.utc)


# --- P1, P2 --------------------------------------------------------------------------------------


def fates_at_the_ehr(ehr):
    """For each order and scan that the EHR sent: what it was told in the end."""
    answered = {line["control_id"]: line["ack"] for line in of_kind(ehr, "answered")}
    later = {}
    for line in of_kind(ehr, "answer"):
        told = (line["code"], line["error"])
        known = later.setdefault(line["control_id"], [])
        if told not in known:
            known.append(told)
    messages = []
    for line in of_kind(ehr, "sent"):
        if line["kind"] not in ("order", "scan"):
            continue
        control_id = line["control_id"]
        messages.append({
            "control_id": control_id, "kind": line["kind"], "order": line["order"],
            "ack": answered.get(control_id), "later": later.get(control_id, []),
        })
    return messages


def contradict_each_other(told):
    """A stated unknown may be settled once; nothing else is taken back."""
    settled = told[1:] if told and told[0][1] == UNKNOWN_FATE else told
    return len(settled) > 1


def check_orders(ehr, gateway, verdict):
    programs = {}
    for line in of_kind(gateway, "programmed"):
        verdict.programs += 1
        programs.setdefault(line["order"], []).append(line)
    by_command = {}
    for line in of_kind(gateway, "programmed"):
        by_command.setdefault(line["control_id"], []).append(line)
    for control_id, lines in by_command.items():
        if len(lines) > 1:
            verdict.doubled.append(f"command {control_id} led to {len(lines)} programs")

    scans_of = {}
    for message in fates_at_the_ehr(ehr):
        name = f"{message['kind']} {message['control_id']} of {message['order']}"
        if message["ack"] in POSITIVE:
            verdict.acked += 1
        if contradict_each_other(message["later"]):
            verdict.other.append(f"{name} got answers that differ: {message['later']}")
        if message["ack"] == "CA" and not message["later"]:
            verdict.lost.append(f"{name} was taken and never answered")
        if message["kind"] == "scan":
            scans_of.setdefault(message["order"], []).append(message)

    ordered = {line["order"] for line in of_kind(ehr, "sent") if line["kind"] == "order"}
    for order, made in programs.items():
        scans = scans_of.get(order, [])
        bags = [line for line in made if line["kind"] == "new_bag"]
        if order not in ordered or not scans:
            verdict.other.append(f"order {order} was programmed and never asked for")
        if len(bags) > len(scans):
            verdict.doubled.append(f"order {order}: {len(bags)} programs of {len(scans)} scans")
    for order, scans in scans_of.items():
        check_scans(order, scans, len(programs.get(order, [])), verdict)


def check_scans(order, scans, made, verdict):
    """Each scan that was taken: one program, or a stated refusal, or a stated unknown."""
    told_programmed = told_refused = told_unknown = silent = 0
    for scan in scans:
        if scan["ack"] is not None and scan["ack"] not in POSITIVE:
            told_refused += 1
        elif not scan["later"]:
            silent += 1  # a CA without answer was counted as lost; without CA nothing was promised
        else:
            code, error = scan["later"][-1]
            if code == "AA":
                told_programmed += 1
            elif error == UNKNOWN_FATE:
                told_unknown += 1
            else:
                told_refused += 1
    verdict.refused += told_refused
    verdict.unknown += told_unknown
    if made < told_programmed:
        verdict.lost.append(
            f"order {order}: {told_programmed} said to be programmed, {made} at the gateway")
    if made > told_programmed + told_unknown + silent:
        verdict.other.append(f"order {order}: refused to the EHR, and programmed at the gateway")


# --- P18 -----------------------------------------------------------------------------------------


def expected_records(events):
    """What a chart must have of the events of one order on one pump, in order of their time.

    IHE PCD TF-2 table M.1.2.1-4: a STOP that is transitioning is one half of a rate change and has
    no record of its own; keeping the vein open after the end is a record, and no part of the dose.
    """
    records = []
    phase = "before"
    kept_open = False
    for event in sorted(events, key=lambda line: utc(line["happened_at"])):
        kind, status = event["kind"], event["status"]
        if kind == "delivery_start":
            # The next bag of the same order begins anew.
            if status == "kvo":
                kept_open = True
                continue
            phase = "running"
            records.append((event, RUNNING))
        elif kind == "delivery_stop":
            if phase == "over":
                if kept_open:
                    records.append((event, COMPLETE))
                kept_open = False
                continue
            if status == "transitioning":
                phase = "changing"
                continue
            phase = "paused"
            records.append((event, PAUSED))
        elif kind == "delivery_complete":
            phase = "over"
            records.append((event, COMPLETE))
        elif kind == "program_cleared":
            if phase != "over":
                records.append((event, STOPPED))
            phase = "over"
        elif kind == "auto_program_cleared" and phase == "before":
            phase = "over"
            records.append((event, NOT_GIVEN))
    return records


def chart_of(ehr, verdict):
    """Order -> sub id -> the record as it stands after all amendments."""
    chart = {}
    for line in of_kind(ehr, "record"):
        if not line["readable"]:
            verdict.other.append(f"record {line['control_id']} cannot be read")
            continue
        if line["repeated"]:
            if line["changed"]:
                verdict.other.append(f"record {line['control_id']} was repeated with other bytes")
            continue
        records = chart.setdefault(line["order"], {})
        sub_id = line["sub_id"]
        if line["action"] == "D":
            if records.pop(sub_id, None) is None:
                verdict.other.append(
                    f"order {line['order']}: record {sub_id} taken back, never made")
            continue
        known = records.get(sub_id)
        if known is not None and line["action"] != "U":
            content = ("completion", "end", "amount", "unit", "per", "total")
            same = all(known[name] == line[name] for name in content)
            how = "twice" if same else "with other content and no amendment"
            verdict.charted_twice.append(f"order {line['order']}: record {sub_id} came {how}")
        records[sub_id] = line
    return chart


def class_of(record):
    if record["completion"]:
        return record["completion"]
    return RUNNING if record["per"] else PAUSED


def check_chart(ehr, gateway, verdict):
    acked = {}
    for line in of_kind(gateway, "event_answered"):
        acked.setdefault(line["event"], set()).add(line["ack"])
    events = {}
    for line in of_kind(gateway, "event"):
        answers = acked.get(line["event"])
        if not answers:
            verdict.missing.append(f"event {line['event']} was never acknowledged")
            continue
        if not answers & set(POSITIVE):
            verdict.missing.append(f"event {line['event']} was refused: {sorted(answers)}")
            continue
        verdict.acked += 1
        verdict.events += 1
        if line["order"]:
            events.setdefault((line["order"], line["pump"]), []).append(line)

    chart = chart_of(ehr, verdict)
    explained = set()
    for (order, _), told in events.items():
        for event, kind in expected_records(told):
            check_record(order, event, kind, chart.get(order, {}), explained, verdict)
    for order, records in chart.items():
        for sub_id, record in records.items():
            if (order, sub_id) not in explained:
                verdict.other.append(
                    f"order {order}: record {sub_id} at {record['end']} stands for no event")


def check_record(order, event, kind, records, explained, verdict):
    at = utc(event["happened_at"])
    found = [sub_id for sub_id, record in records.items() if hl7_time(record["end"]) == at]
    if not found:
        verdict.missing.append(
            f"order {order}: event {event['event']} ({event['kind']}) is not in the chart")
        return
    verdict.charted += 1
    explained.update((order, sub_id) for sub_id in found)
    if len(found) > 1:
        verdict.charted_twice.append(
            f"order {order}: event {event['event']} is in the chart {len(found)} times")
    record = records[found[0]]
    if class_of(record) != kind:
        verdict.other.append(
            f"order {order}: event {event['event']} is charted as {class_of(record)}, not {kind}")
    total = f"{event['total']} mL"
    if kind != NOT_GIVEN and record["total"] and record["total"] != total:
        verdict.other.append(
            f"order {order}: event {event['event']} says {total}, the chart {record['total']}")


def check(ehr, gateway):
    verdict = Verdict()
    check_orders(ehr, gateway, verdict)
    check_chart(ehr, gateway, verdict)
    return verdict


def summary(verdict, runs, seed, wall):
    return (f"P1 runs={runs} acked={verdict.acked} lost={len(verdict.lost)} "
            f"P2 programs={verdict.programs} doubled={len(verdict.doubled)} "
            f"P18 events={verdict.events} missing={len(verdict.missing)} "
            f"doubled={len(verdict.charted_twice)} "
            f"refused={verdict.refused} unknown={verdict.unknown} other={len(verdict.other)} "
            f"seed={seed} wall={wall}")


def main(arguments):
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--ehr", required=True)
    reader.add_argument("--gateway", required=True)
    reader.add_argument("--runs", default="0")
    reader.add_argument("--seed", default="-")
    reader.add_argument("--wall", default="-")
    given = reader.parse_args(arguments)
    try:
        verdict = check(read_ledger(given.ehr), read_ledger(given.gateway))
    except (OSError, ValueError, KeyError) as why:
        print(f"the ledgers cannot be judged: {why!r}", file=sys.stderr)
        return 2
    for violation in verdict.violations()[:50]:
        print(violation, file=sys.stderr)
    print(summary(verdict, given.runs, given.seed, given.wall))
    if not verdict.proves_something():
        print("nothing was proven: no message, program or record was seen", file=sys.stderr)
        return 2
    return 1 if verdict.violations() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
