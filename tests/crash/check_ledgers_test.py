#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The judge is judged: made-up ledgers with each kind of violation planted, one at a time."""

import contextlib
import copy
import io
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_ledgers  # noqa: E402

START, CHANGE, AGAIN, PAUSE, CLEAR, DONE = (
    f"2026-03-02T10:0{minute}:00.{ms}Z" for minute, ms in
    ((0, "000"), (1, "000"), (1, "001"), (2, "000"), (2, "001"), (3, "250")))


def hl7(text):
    digits = "".join(letter for letter in text[:19] if letter.isdigit())
    ms = text[20:23]
    return digits + ("" if ms == "000" else "." + ms) + "+0000"


def event(name, order, kind, status, at, total):
    return [
        {"what": "event", "event": name, "order": order, "pump": "P-" + order, "kind": kind,
         "status": status, "happened_at": at, "total": total, "rate": "10"},
        {"what": "event_answered", "event": name, "message": "GW" + name, "ack": "CA"},
    ]


def record(sub_id, order, at, completion, per, total):
    return {"what": "record", "control_id": f"R{order}{sub_id}", "repeated": False,
            "changed": False, "order": order, "administration": "A" + order, "sub_id": sub_id, "action": "A",
            "completion": completion, "start": hl7(START), "end": hl7(at),
            "amount": "10",
            "unit": "mL", "per": per, "total": total + " mL", "note": "", "readable": True}


def good():
    """Two orders: one is changed, paused and cleared; one runs to its end, then on KVO."""
    ehr = [
        {"what": "sent", "control_id": "E1", "kind": "order", "order": "T1"},
        {"what": "answered", "control_id": "E1", "kind": "order", "type": "RRE", "ack": "AA"},
        {"what": "sent", "control_id": "E2", "kind": "scan", "order": "T1"},
        {"what": "answered", "control_id": "E2", "kind": "scan", "type": "ACK", "ack": "CA"},
        {"what": "answer", "control_id": "E2", "repeated": False, "type": "RRG", "code": "AA",
         "error": ""},
        {"what": "sent", "control_id": "E3", "kind": "order", "order": "T2"},
        {"what": "answered", "control_id": "E3", "kind": "order", "type": "ACK", "ack": "CA"},
        {"what": "answer", "control_id": "E3", "repeated": False, "type": "RRE", "code": "AA",
         "error": ""},
        {"what": "sent", "control_id": "E4", "kind": "scan", "order": "T2"},
        {"what": "answered", "control_id": "E4", "kind": "scan", "type": "ACK", "ack": "CA"},
        {"what": "answer", "control_id": "E4", "repeated": False, "type": "RRG", "code": "AA",
         "error": ""},
        record("1", "T1", START, "", "H1", "0"),
        record("2", "T1", AGAIN, "", "H1", "1"),
        record("3", "T1", PAUSE, "", "", "2"),
        record("4", "T1", CLEAR, "PA", "", "2"),
        record("1", "T2", START, "", "H1", "0"),
        record("2", "T2", DONE, "CP", "", "5"),
        {**record("3", "T2", "2026-03-02T10:09:00.000Z", "CP", "", "0.1"), "total": ""},
    ]
    gateway = [
        {"what": "programmed", "control_id": "P1", "order": "T1", "pump": "P-T1",
         "kind": "new_bag"},
        {"what": "programmed", "control_id": "P2", "order": "T2", "pump": "P-T2",
         "kind": "new_bag"},
        *event("V1", "T1", "delivery_start", "delivering", START, "0"),
        *event("V2", "T1", "delivery_stop", "transitioning", CHANGE, "1"),
        *event("V3", "T1", "delivery_start", "delivering", AGAIN, "1"),
        *event("V4", "T1", "delivery_stop", "not_delivering", PAUSE, "2"),
        *event("V5", "T1", "program_cleared", "not_delivering", CLEAR, "2"),
        *event("V6", "T2", "delivery_start", "delivering", START, "0"),
        *event("V7", "T2", "delivery_complete", "transitioning", DONE, "5"),
        *event("V8", "T2", "delivery_start", "kvo", "2026-03-02T10:03:00.251Z", "5"),
        *event("V9", "T2", "delivery_stop", "not_delivering", "2026-03-02T10:09:00.000Z", "5.1"),
        *event("V10", "T2", "program_cleared", "not_delivering", "2026-03-02T10:09:00.001Z",
               "5.1"),
    ]
    return ehr, gateway


def find(lines, **wanted):
    found = [line for line in lines
             if all(line.get(name) == value for name, value in wanted.items())]
    assert len(found) == 1, (wanted, found)
    return found[0]


class Judge(unittest.TestCase):
    def setUp(self):
        self.ehr, self.gateway = good()

    def verdict(self):
        return check_ledgers.check(self.ehr, self.gateway)

    def counts(self):
        verdict = self.verdict()
        return {name: len(getattr(verdict, name))
                for name in ("lost", "doubled", "missing", "charted_twice", "other")
                if getattr(verdict, name)}

    def test_a_good_run_has_nothing_against_it(self):
        verdict = self.verdict()
        self.assertEqual(verdict.violations(), [])
        self.assertEqual((verdict.acked, verdict.programs, verdict.events, verdict.charted),
                         (14, 2, 10, 7))

    def test_a_kept_open_vein_that_is_not_charted_is_missing(self):
        self.ehr.remove(find(self.ehr, what="record", order="T2", sub_id="3"))
        self.assertEqual(self.counts(), {"missing": 1})

    def test_a_taken_scan_without_program_is_lost(self):
        self.gateway.remove(find(self.gateway, what="programmed", order="T1"))
        self.assertEqual(self.counts(), {"lost": 1})

    def test_a_taken_scan_without_answer_is_lost(self):
        self.ehr.remove(find(self.ehr, what="answer", control_id="E2"))
        self.assertEqual(self.counts(), {"lost": 1})

    def test_a_taken_order_without_answer_is_lost(self):
        self.ehr.remove(find(self.ehr, what="answer", control_id="E3"))
        self.assertEqual(self.counts(), {"lost": 1})

    def test_one_command_that_programs_twice_is_doubled(self):
        self.gateway.append(copy.deepcopy(find(self.gateway, what="programmed", order="T1")))
        self.assertEqual(self.counts()["doubled"], 2)  # of the command, and of the order

    def test_two_commands_for_one_scan_are_doubled(self):
        again = copy.deepcopy(find(self.gateway, what="programmed", order="T1"))
        again["control_id"] = "P9"
        self.gateway.append(again)
        self.assertEqual(self.counts()["doubled"], 1)

    def test_a_program_that_nobody_asked_for_is_seen(self):
        self.gateway.append({"what": "programmed", "control_id": "P9", "order": "T9",
                             "pump": "P-1", "kind": "new_bag"})
        self.assertEqual(self.counts(), {"doubled": 1, "other": 1})

    def test_a_stated_refusal_needs_no_program(self):
        find(self.ehr, what="answer", control_id="E2").update(code="AE", error="9010")
        self.gateway.remove(find(self.gateway, what="programmed", order="T1"))
        verdict = self.verdict()
        self.assertEqual((verdict.lost, verdict.doubled, verdict.refused), ([], [], 1))

    def test_refused_to_the_ehr_and_programmed_at_the_gateway_is_seen(self):
        find(self.ehr, what="answer", control_id="E2").update(code="AE", error="9010")
        self.assertEqual(self.counts(), {"other": 1})

    def test_a_stated_unknown_may_be_either(self):
        find(self.ehr, what="answer", control_id="E2").update(code="AE", error="9015")
        self.assertEqual(self.counts(), {})
        self.assertEqual(self.verdict().unknown, 1)

    def test_two_answers_that_differ_are_seen(self):
        other = copy.deepcopy(find(self.ehr, what="answer", control_id="E2"))
        other.update(code="AE", error="9002")
        self.ehr.append(other)
        self.assertGreaterEqual(self.counts()["other"], 1)

    def test_a_stated_unknown_may_be_settled_once_and_only_afterwards(self):
        settled = find(self.ehr, what="answer", control_id="E2")
        unknown = copy.deepcopy(settled)
        unknown.update(code="AE", error="9015")
        self.ehr.insert(self.ehr.index(settled), unknown)
        self.assertEqual(self.counts(), {})
        self.ehr.remove(unknown)
        self.ehr.append(unknown)
        self.assertEqual(self.counts(), {"other": 1})

    def test_an_event_that_is_not_charted_is_missing(self):
        self.ehr.remove(find(self.ehr, what="record", order="T1", sub_id="3"))
        self.assertEqual(self.counts(), {"missing": 1})

    def test_an_event_that_is_charted_twice_is_doubled(self):
        twice = copy.deepcopy(find(self.ehr, what="record", order="T1", sub_id="3"))
        twice.update(sub_id="9", control_id="R9")
        self.ehr.append(twice)
        self.assertEqual(self.counts(), {"charted_twice": 1})

    def test_a_sub_id_with_other_content_and_no_amendment_is_doubled(self):
        other = copy.deepcopy(find(self.ehr, what="record", order="T1", sub_id="3"))
        other.update(control_id="R9", total="2 mL", amount="11")
        self.ehr.append(other)
        self.assertEqual(self.counts(), {"charted_twice": 1})

    def test_an_amendment_replaces(self):
        late = copy.deepcopy(find(self.ehr, what="record", order="T1", sub_id="3"))
        find(self.ehr, what="record", order="T1", sub_id="3")["total"] = "1.9 mL"
        late.update(control_id="R9", action="U")
        self.ehr.append(late)
        self.assertEqual(self.counts(), {})

    def test_a_record_that_was_taken_back_does_not_stand(self):
        back = copy.deepcopy(find(self.ehr, what="record", order="T1", sub_id="3"))
        back.update(control_id="R9", action="D")
        self.ehr.append(back)
        self.assertEqual(self.counts(), {"missing": 1})

    def test_a_repeated_report_with_the_same_bytes_is_allowed(self):
        again = copy.deepcopy(find(self.ehr, what="record", order="T1", sub_id="3"))
        again["repeated"] = True
        self.ehr.append(again)
        self.assertEqual(self.counts(), {})

    def test_a_repeated_report_with_other_bytes_is_seen(self):
        again = copy.deepcopy(find(self.ehr, what="record", order="T1", sub_id="3"))
        again.update(repeated=True, changed=True)
        self.ehr.append(again)
        self.assertEqual(self.counts(), {"other": 1})

    def test_an_invented_record_is_seen(self):
        self.ehr.append(record("9", "T1", "2026-03-02T11:00:00.000Z", "", "H1", "9"))
        self.assertEqual(self.counts(), {"other": 1})

    def test_a_wrong_volume_is_seen(self):
        find(self.ehr, what="record", order="T2", sub_id="2")["total"] = "50 mL"
        self.assertEqual(self.counts(), {"other": 1})

    def test_a_wrong_kind_of_record_is_seen(self):
        find(self.ehr, what="record", order="T2", sub_id="2")["completion"] = "PA"
        self.assertEqual(self.counts(), {"other": 1})

    def test_an_event_in_another_orders_chart_is_missing_and_invented(self):
        find(self.ehr, what="record", order="T2", sub_id="2").update(order="T1", sub_id="5")
        self.assertEqual(self.counts(), {"missing": 1, "other": 1})

    def test_an_event_that_was_never_acknowledged_is_missing(self):
        self.gateway.remove(find(self.gateway, what="event_answered", event="V4"))
        self.assertEqual(self.counts()["missing"], 1)

    def test_a_refused_event_is_missing(self):
        find(self.gateway, what="event_answered", event="V4")["ack"] = "CE"
        self.assertEqual(self.counts()["missing"], 1)

    def test_a_program_cleared_before_its_start_is_charted_as_not_given(self):
        self.gateway = [line for line in self.gateway
                        if line.get("order") != "T2" or line["what"] == "programmed"]
        self.gateway += event("V20", "T2", "auto_program_cleared", "not_delivering", START, "")
        self.ehr = [line for line in self.ehr
                    if line["what"] != "record" or line["order"] != "T2"]
        self.assertEqual(self.counts(), {"missing": 1})
        self.ehr.append(record("1", "T2", START, "NA", "", ""))
        self.assertEqual(self.counts(), {})


class Files(unittest.TestCase):
    def run_on(self, ehr, gateway, spoil=None):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, lines in (("ehr", ehr), ("gateway", gateway)):
                path = os.path.join(folder, name)
                text = "".join(json.dumps({"n": number, **line}) + "\n"
                               for number, line in enumerate(lines, 1))
                with open(path, "w", encoding="utf-8") as file:
                    file.write(spoil(text) if spoil else text)
                paths.append(path)
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = check_ledgers.main(["--ehr", paths[0], "--gateway", paths[1], "--runs", "3",
                                           "--seed", "7", "--wall", "1s"])
            return code, out.getvalue()

    def test_prints_one_line_and_ends_well(self):
        code, out = self.run_on(*good())
        self.assertEqual(code, 0)
        self.assertEqual(out, "P1 runs=3 acked=14 lost=0 P2 programs=2 doubled=0 "
                              "P18 events=10 missing=0 doubled=0 refused=0 unknown=0 other=0 "
                              "seed=7 wall=1s\n")

    def test_a_violation_ends_with_one(self):
        ehr, gateway = good()
        ehr.remove(find(ehr, what="answer", control_id="E2"))
        self.assertEqual(self.run_on(ehr, gateway)[0], 1)

    def test_empty_ledgers_prove_nothing(self):
        self.assertEqual(self.run_on([], [])[0], 2)

    def test_a_torn_line_is_no_ledger(self):
        self.assertEqual(self.run_on(*good(), spoil=lambda text: text[:-5])[0], 2)

    def test_a_line_that_is_gone_is_noticed(self):
        def without_third(text):
            lines = text.splitlines(keepends=True)
            return "".join(lines[:2] + lines[3:])
        self.assertEqual(self.run_on(*good(), spoil=without_third)[0], 2)


if __name__ == "__main__":
    unittest.main()
