"""subprocess, and fork with and without other threads: the child has a heap of its own."""
import subprocess, sys, os
print(subprocess.run(['echo', 'hi'], capture_output=True, text=True).stdout)
print(subprocess.check_output('cat; exit 0', shell=True, input=b'abc'))
p = subprocess.run([sys.executable, '-c', 'import sys; print(sys.stdin.read().upper()); sys.exit(3)'], input='text', capture_output=True, text=True)
print(p.stdout, p.returncode)
try: subprocess.run(['/no/such/program'])
except FileNotFoundError as e: print(e)
try: subprocess.run(['sleep', '10'], timeout=0.3)
except subprocess.TimeoutExpired as e: print('timeout', e.timeout < 1)
print(subprocess.run(['sh', '-c', 'echo $X; pwd'], env={'X': 'y'}, cwd='/tmp', capture_output=True).stdout)
try: subprocess.check_call(['false'])
except subprocess.CalledProcessError as e: print(e)
print(subprocess.run(['sh', '-c', 'kill -9 $$']).returncode)
print(subprocess.run(['true'], preexec_fn=lambda: os.setsid()).returncode)
try: subprocess.run(['true'], preexec_fn=lambda: 1/0)
except subprocess.SubprocessError as e: print(type(e).__name__, e)
q = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(q.communicate(b'x' * 200000)[0] == b'x' * 200000, q.wait(), q.poll())
import threading, gc
shared = [0]
def child(n):
    pid = os.fork()
    if pid == 0:
        shared[0] += n
        x = [str(i) for i in range(20000)]
        gc.collect()
        ts = [threading.Thread(target=lambda: x.append('t')) for _ in range(3)]
        [t.start() for t in ts]; [t.join() for t in ts]
        os._exit(7 if shared[0] == n and len(x) == 20003 else 1)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shared)
child(5)
stop = False
def spin():
    n = 0
    while not stop: n += 1; [n] * 10
ts = [threading.Thread(target=spin) for _ in range(2)]
[t.start() for t in ts]
for i in range(5): child(i + 1)
print(subprocess.run(['echo', 'from threads'], capture_output=True).stdout)
stop = True
[t.join() for t in ts]
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    print('child prints'); sys.exit(4)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
# preexec_fn comes after the streams are in place, and before other descriptors are closed
r, w = os.pipe()
done = subprocess.run([sys.executable, '-c', 'import sys; print(sys.stdin)'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                      preexec_fn=lambda: (os.close(0), os.write(w, b'called')))
print(done.stdout, os.read(r, 20))
